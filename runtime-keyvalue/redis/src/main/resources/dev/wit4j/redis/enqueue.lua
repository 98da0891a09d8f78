-- KEYS: invocations, queue, record of the worker. ARGV: key, digest of the content, content, '1' to make the worker.
local function effect(k, a)
  local invocations, queue, record = KEYS[k], KEYS[k + 1], KEYS[k + 2]
  local known = redis.call('HGET', invocations, ARGV[a])
  if known then
    return string.sub(known, 2, 33) == ARGV[a + 1] and 'D' or 'RC'
  end
  local alive = redis.call('HGET', record, 'state') == 'live'
  if not alive and ARGV[a + 3] == '0' then
    return '!new'
  end
  redis.call('XLEN', queue)
  return 'D', function()
    local id = redis.call('XADD', queue, '*', 'key', ARGV[a], 'content', ARGV[a + 2])
    redis.call('HSET', invocations, ARGV[a], 'P' .. ARGV[a + 1] .. id)
    if not alive then
      redis.call('HSET', record, 'state', 'live')
      redis.call('PERSIST', record)
    end
  end
end
