-- Entries of a stream, in their order: as many as have the bytes together, at least one if there is one, and no more than
-- the number. KEYS: stream. ARGV: between which ids they are, as for XRANGE; bytes; number.
-- Answers with whether there may be more, and the entries.
local entries, room, from = {}, tonumber(ARGV[3]), ARGV[1]
while room > 0 and #entries < tonumber(ARGV[4]) do
  local entry = redis.call('XRANGE', KEYS[1], from, ARGV[2], 'COUNT', 1)[1]
  if not entry then
    return {0, entries}
  end
  entries[#entries + 1] = entry
  from = '(' .. entry[1]
  for _, field in ipairs(entry[2]) do
    room = room - #field
  end
end
return {1, entries}
