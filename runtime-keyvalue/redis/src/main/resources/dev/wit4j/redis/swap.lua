-- KEYS: values, order. ARGV: key, '1' and the value that is expected or '0' and nothing, new value, order of the key.
local function effect(k, a)
  local values, key = KEYS[k], ARGV[a]
  local stored = redis.call('HGET', values, key)
  local current = live(stored)
  local expected = ARGV[a + 1] == '1' and ARGV[a + 2]
  if current ~= expected then
    return current and 'M+' .. current or 'M'
  end
  if not stored then
    redis.call('ZCARD', KEYS[k + 1])
  end
  return 'D', function()
    redis.call('HSET', values, key, ARGV[a + 3])
    if not stored then
      redis.call('ZADD', KEYS[k + 1], ARGV[a + 4], key)
    end
  end
end
