-- KEYS: invocations, queue. ARGV: key, result.
local function effect(k, a)
  local known = redis.call('HGET', KEYS[k], ARGV[a])
  if not known or string.sub(known, 1, 1) ~= 'P' then
    return '!unknown'
  end
  redis.call('XLEN', KEYS[k + 1])
  return 'D', function()
    redis.call('HSET', KEYS[k], ARGV[a], 'C' .. string.sub(known, 2, 33) .. ARGV[a + 1])
    redis.call('XDEL', KEYS[k + 1], string.sub(known, 34))
  end
end
