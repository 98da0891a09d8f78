-- KEYS: values, order. ARGV: key, value, order of the key.
local function effect(k, a)
  local fresh = redis.call('HEXISTS', KEYS[k], ARGV[a]) == 0
  if fresh then
    redis.call('ZCARD', KEYS[k + 1])
  end
  return 'D', function()
    redis.call('HSET', KEYS[k], ARGV[a], ARGV[a + 1])
    if fresh then
      redis.call('ZADD', KEYS[k + 1], ARGV[a + 2], ARGV[a])
    end
  end
end
