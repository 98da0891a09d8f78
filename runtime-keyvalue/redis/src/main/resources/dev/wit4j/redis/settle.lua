-- What became of a commit. KEYS: journal, record of the worker. ARGV: its id, the id before it, the epoch of the first claim.
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if found[1] then
  local fields = found[1][2]
  for i = 1, #fields, 2 do
    if fields[i] == 'o' then
      return '=' .. fields[i + 1]
    end
  end
end
local epoch, sequence = last_of(KEYS[1])
local record = redis.call('HMGET', KEYS[2], 'state', 'journal', 'incarnation')
if not epoch then
  return record[1] and not record[2] and '!deleted' or '!lost'
end
if record[3] and record[3] ~= ARGV[3] then
  return '!deleted'
end
if padded(epoch) > padded(string.match(ARGV[1], '^%d+')) then
  return '!fenced'
end
if epoch .. '-' .. sequence == ARGV[2] then
  return '!absent'
end
return '!lost ' .. sequence
