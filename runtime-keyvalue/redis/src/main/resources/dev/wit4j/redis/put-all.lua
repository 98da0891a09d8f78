-- KEYS: values, order. ARGV: for each key: itself, value, order of the key.
local function effect(k, a)
  redis.call('HLEN', KEYS[k])
  redis.call('ZCARD', KEYS[k + 1])
  local portions = {}
  for first = a, #ARGV, 3000 do
    local portion = {values = {}, orders = {}}
    for i = first, math.min(first + 2999, #ARGV), 3 do
      local n = #portion.values
      portion.values[n + 1], portion.values[n + 2] = ARGV[i], ARGV[i + 1]
      portion.orders[n + 1], portion.orders[n + 2] = ARGV[i + 2], ARGV[i]
    end
    portions[#portions + 1] = portion
  end
  return 'D', function()
    for _, portion in ipairs(portions) do
      if redis.call('HSET', KEYS[k], unpack(portion.values)) > 0 then
        redis.call('ZADD', KEYS[k + 1], unpack(portion.orders))
      end
    end
  end
end
