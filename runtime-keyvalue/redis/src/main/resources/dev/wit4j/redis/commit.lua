-- One commit: the checks, the effect's reads, then the record of its outcome as the first write, then the effect's writes.
-- KEYS: journal, then the effect's. ARGV: length of the journal, its last id or '' where the length says enough, id,
-- entries, then the effect's.
if redis.call('XLEN', KEYS[1]) ~= tonumber(ARGV[1]) then
  return '!mismatch'
end
if ARGV[2] ~= '' then
  local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
  if not last[1] or last[1][1] ~= ARGV[2] then
    return '!mismatch'
  end
end
local outcome, write = effect(2, 5)
if string.byte(outcome) == 33 then
  return outcome
end
if not redis.call('XADD', KEYS[1], 'NOMKSTREAM', ARGV[3], 'e', ARGV[4], 'o', outcome) then
  return '!mismatch'
end
if write then
  write()
end
return outcome
