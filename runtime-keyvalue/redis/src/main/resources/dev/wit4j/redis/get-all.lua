-- The values of keys, in their order: as many as have the bytes together, at least one. KEYS: values. ARGV: bytes; keys.
-- Answers with what was looked at, false for a key that is absent.
local found, room, place = {}, tonumber(ARGV[1]), 2
while place <= #ARGV and room > 0 do
  local stored = redis.call('HGET', KEYS[1], ARGV[place])
  if stored then
    room = room - #stored
  end
  found[#found + 1] = live(stored) or false
  place = place + 1
end
return found
