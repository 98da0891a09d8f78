-- KEYS: journal, record of the worker. ARGV: epoch, who claims, '1' to make the worker.
-- Answers with the length of the journal, its last sequence, and the epoch of the first claim.
local record = redis.call('HMGET', KEYS[2], 'state', 'journal', 'epoch', 'incarnation')
if record[1] ~= 'live' and ARGV[3] == '0' then
  return '!new'
end
local epoch, sequence = last_of(KEYS[1])
if not epoch then
  if record[2] then
    return '!lost'
  end
  epoch, sequence = record[3] or '0', '0'
end
if padded(ARGV[1]) <= padded(epoch) then
  return '!epoch ' .. epoch
end
sequence = string.format('%.0f', tonumber(sequence) + 1)
redis.call('XADD', KEYS[1], ARGV[1] .. '-' .. sequence, 'c', ARGV[2])
if record[1] ~= 'live' or not record[2] then
  record[4] = ARGV[1]
  redis.call('HSET', KEYS[2], 'state', 'live', 'journal', '1', 'incarnation', ARGV[1])
  redis.call('PERSIST', KEYS[2])
end
return redis.call('XLEN', KEYS[1]) .. ' ' .. sequence .. ' ' .. record[4]
