-- Enqueues outside of any journal, and says what is known of the key.
local outcome, write = effect(1, 1)
if write then
  write()
elseif outcome == 'D' then
  return redis.call('HGET', KEYS[1], ARGV[1])
end
return outcome
