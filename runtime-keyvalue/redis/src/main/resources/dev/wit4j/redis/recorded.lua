-- Behind the part of an effect on a bucket: where the shard has a stream of changes, what the effect changes is recorded in its
-- step. That the stream is there is looked up by the script, so no host can miss that a bucket is watched.
-- KEYS: changes, then the effect's, of which the values are first. ARGV: id of the write, then the effect's.
local unrecorded = effect
local function effect(k, a)
  local changes, values = KEYS[k], KEYS[k + 1]
  local outcome, write = unrecorded(k + 1, a + 1)
  if not write or redis.call('EXISTS', changes) == 0 then
    return outcome, write
  end
  redis.call('XLEN', changes)
  local keys, present = {}, {}
  for _, key in ipairs(changed(a + 1)) do
    if present[key] == nil then
      present[key] = live(redis.call('HGET', values, key)) and true or false
      keys[#keys + 1] = key
    end
  end
  return outcome, function()
    write()
    for i, key in ipairs(keys) do
      local value = live(redis.call('HGET', values, key))
      if value then
        redis.call('XADD', changes, '*', 'i', ARGV[a] .. '/' .. i, 'k', key, 'v', value)
      elseif present[key] then
        redis.call('XADD', changes, '*', 'i', ARGV[a] .. '/' .. i, 'k', key)
      end
    end
  end
end
