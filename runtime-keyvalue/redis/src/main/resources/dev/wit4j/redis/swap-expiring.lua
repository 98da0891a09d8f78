-- KEYS: values, order, deadlines. ARGV: key, '1' and the value that is expected or '0' and nothing, new value, order of the
-- key, milliseconds.
local function effect(k, a)
  local values, key = KEYS[k], ARGV[a]
  local stored = redis.call('HGET', values, key)
  local current = live(stored)
  local expected = ARGV[a + 1] == '1' and ARGV[a + 2]
  if current ~= expected then
    return current and 'M+' .. current or 'M'
  end
  redis.call('ZCARD', KEYS[k + 1])
  redis.call('ZCARD', KEYS[k + 2])
  local deadline = string.format('%016.0f', milliseconds() + tonumber(ARGV[a + 5]))
  return 'D', function()
    redis.call('HSET', values, key, '\0x' .. deadline .. ARGV[a + 3])
    if not stored then
      redis.call('ZADD', KEYS[k + 1], ARGV[a + 4], key)
    end
    redis.call('ZADD', KEYS[k + 2], deadline, key)
  end
end
