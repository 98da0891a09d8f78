-- Behind complete.lua: the result expires. KEYS: invocations, queue, deadlines. ARGV: key, result, milliseconds.
-- Takes a few of the results whose deadline has passed on the way.
local complete = effect
local function effect(k, a)
  local invocations, deadlines = KEYS[k], KEYS[k + 2]
  local now = milliseconds()
  local passed = redis.call('ZRANGEBYSCORE', deadlines, '-inf', now, 'LIMIT', 0, 16)
  local outcome, write = complete(k, a)
  if not write then
    return outcome
  end
  return outcome, function()
    write()
    redis.call('ZADD', deadlines, string.format('%.0f', now + tonumber(ARGV[a + 2])), ARGV[a])
    in_portions('HDEL', invocations, passed)
    in_portions('ZREM', deadlines, passed)
  end
end
