-- KEYS: values, order, deadlines. ARGV: key, '1' and the value that is expected or '0' and nothing, new value, order of the
-- key, milliseconds; none at all removes the key.
local function effect(k, a)
  local values, order, deadlines = KEYS[k], KEYS[k + 1], KEYS[k + 2]
  local key, now, stay = ARGV[a], milliseconds(), tonumber(ARGV[a + 5])
  local stored = redis.call('HGET', values, key)
  local current = live(stored)
  local expected = ARGV[a + 1] == '1' and ARGV[a + 2]
  if current ~= expected then
    return current and 'M+' .. current or 'M'
  end
  redis.call('ZCARD', order)
  local remove_expired = sweep(values, order, deadlines, key, now)
  local deadline = string.format('%016.0f', now + stay)
  return 'D', function()
    if stay > 0 then
      redis.call('HSET', values, key, '\0x' .. deadline .. ARGV[a + 3])
      if not stored then
        redis.call('ZADD', order, ARGV[a + 4], key)
      end
      redis.call('ZADD', deadlines, deadline, key)
    elseif stored then
      redis.call('HDEL', values, key)
      redis.call('ZREM', order, key)
      redis.call('ZREM', deadlines, key)
    end
    remove_expired()
  end
end
