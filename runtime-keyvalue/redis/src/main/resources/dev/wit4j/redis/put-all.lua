-- KEYS: values, order. ARGV: the orders of all keys, 16 digits each, then for each key itself and its value.
local function changed(a)
  local keys = {}
  for i = a + 1, #ARGV, 2 do
    keys[#keys + 1] = ARGV[i]
  end
  return keys
end

-- Portions of 1000 keys fit Lua's stack.
local function effect(k, a)
  redis.call('HLEN', KEYS[k])
  redis.call('ZCARD', KEYS[k + 1])
  return 'D', function()
    for first = a + 1, #ARGV, 2000 do
      local last = math.min(first + 1999, #ARGV)
      if redis.call('HSET', KEYS[k], unpack(ARGV, first, last)) > 0 then
        local orders = {}
        for i = first, last, 2 do
          local digits = 8 * (i - a - 1)
          orders[#orders + 1] = string.sub(ARGV[a], digits + 1, digits + 16)
          orders[#orders + 1] = ARGV[i]
        end
        redis.call('ZADD', KEYS[k + 1], unpack(orders))
      end
    end
  end
end
