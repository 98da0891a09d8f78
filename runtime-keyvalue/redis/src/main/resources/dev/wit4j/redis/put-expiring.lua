-- KEYS: values, order, deadlines. ARGV: key, value, order of the key, milliseconds.
-- Takes a few of the keys whose deadline has passed out of the bucket on the way.
local function effect(k, a)
  local values, order, deadlines = KEYS[k], KEYS[k + 1], KEYS[k + 2]
  local key, now = ARGV[a], milliseconds()
  local fresh = redis.call('HEXISTS', values, key) == 0
  redis.call('ZCARD', order)
  local passed, expired = {}, {}
  for _, other in ipairs(redis.call('ZRANGEBYSCORE', deadlines, '-inf', now, 'LIMIT', 0, 16)) do
    if other ~= key then
      passed[#passed + 1] = other
      if not live(redis.call('HGET', values, other)) then
        expired[#expired + 1] = other
      end
    end
  end
  local deadline = string.format('%016.0f', now + tonumber(ARGV[a + 3]))
  return 'D', function()
    redis.call('HSET', values, key, '\0x' .. deadline .. ARGV[a + 1])
    if fresh then
      redis.call('ZADD', order, ARGV[a + 2], key)
    end
    redis.call('ZADD', deadlines, deadline, key)
    in_portions('HDEL', values, expired)
    in_portions('ZREM', order, expired)
    in_portions('ZREM', deadlines, passed)
  end
end
