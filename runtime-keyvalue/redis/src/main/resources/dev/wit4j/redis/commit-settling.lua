-- A commit behind an intent: with it goes what came of that. KEYS: journal, what registers have, then the effect's.
-- ARGV: as for commit.lua, then how many shards the intent was on, for each its name and what its register has now, then
-- the effect's.
if redis.call('XLEN', KEYS[1]) ~= tonumber(ARGV[1]) then
  return '!mismatch'
end
if ARGV[2] ~= '' then
  local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
  if not last[1] or last[1][1] ~= ARGV[2] then
    return '!mismatch'
  end
end
redis.call('HLEN', KEYS[2])
local count = tonumber(ARGV[6])
local outcome, write = effect(3, 7 + 2 * count)
if string.byte(outcome) == 33 then
  return outcome
end
if not redis.call('XADD', KEYS[1], 'NOMKSTREAM', ARGV[3], 'e', ARGV[4], 'o', outcome, 'p', ARGV[5]) then
  return '!mismatch'
end
for i = 7, 6 + 2 * count, 2 do
  redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
end
if write then
  write()
end
return outcome
