-- KEYS: values, order, deadlines. ARGV: keys.
local function changed(a)
  local keys = {}
  for i = a, #ARGV do
    keys[#keys + 1] = ARGV[i]
  end
  return keys
end

local function effect(k, a)
  local values, order, deadlines = KEYS[k], KEYS[k + 1], KEYS[k + 2]
  local some_expire = redis.call('ZCARD', deadlines) > 0
  redis.call('ZCARD', order)
  redis.call('HLEN', values)
  local seen, stored, count = {}, {}, 0
  for i = a, #ARGV do
    local key = ARGV[i]
    if not seen[key] then
      seen[key] = true
      if redis.call('HEXISTS', values, key) == 1 then
        stored[#stored + 1] = key
        if not some_expire or not passed(deadlines, key) or live(redis.call('HGET', values, key)) then
          count = count + 1
        end
      end
    end
  end
  if #stored > 0 then
    -- A write that changes nothing: behind one, none is refused for want of memory, so a full server can be emptied.
    redis.call('PERSIST', values)
  end
  return 'C' .. count, function()
    in_portions('HDEL', values, stored)
    in_portions('ZREM', order, stored)
    if some_expire then
      in_portions('ZREM', deadlines, stored)
    end
  end
end
