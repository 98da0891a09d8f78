-- Behind the part of an effect on a bucket that is watched: what it changes is recorded in its step.
-- KEYS: changes, then the effect's, of which the values are first. ARGV: id of the write, number of keys, the keys, each once,
-- then the effect's.
local unwatched = effect
local function effect(k, a)
  local changes, values, count = KEYS[k], KEYS[k + 1], tonumber(ARGV[a + 1])
  local outcome, write = unwatched(k + 1, a + 2 + count)
  if not write then
    return outcome
  end
  redis.call('XLEN', changes)
  local present = {}
  for i = 1, count do
    if live(redis.call('HGET', values, ARGV[a + 1 + i])) then
      present[i] = true
    end
  end
  return outcome, function()
    write()
    for i = 1, count do
      local key = ARGV[a + 1 + i]
      local value = live(redis.call('HGET', values, key))
      if value then
        redis.call('XADD', changes, '*', 'i', ARGV[a] .. '/' .. i, 'k', key, 'v', value)
      elseif present[i] then
        redis.call('XADD', changes, '*', 'i', ARGV[a] .. '/' .. i, 'k', key)
      end
    end
  end
end
