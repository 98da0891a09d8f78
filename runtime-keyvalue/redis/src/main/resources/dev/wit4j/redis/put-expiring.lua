-- KEYS: values, order, deadlines. ARGV: key, value, order of the key, milliseconds.
local function effect(k, a)
  local values, order, deadlines = KEYS[k], KEYS[k + 1], KEYS[k + 2]
  local key, now = ARGV[a], milliseconds()
  local fresh = redis.call('HEXISTS', values, key) == 0
  redis.call('ZCARD', order)
  local remove_expired = sweep(values, order, deadlines, key, now)
  local deadline = string.format('%016.0f', now + tonumber(ARGV[a + 3]))
  return 'D', function()
    redis.call('HSET', values, key, '\0x' .. deadline .. ARGV[a + 1])
    if fresh then
      redis.call('ZADD', order, ARGV[a + 2], key)
    end
    redis.call('ZADD', deadlines, deadline, key)
    remove_expired()
  end
end
