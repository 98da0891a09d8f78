-- Ids are two numbers of 64 bits, more than a Lua number holds: they are compared as text of equal length.
local function padded(number)
  return string.rep('0', 20 - #number) .. number
end

-- Epoch and sequence of the last record; nil if there is none.
local function last_of(journal)
  local last = redis.call('XREVRANGE', journal, '+', '-', 'COUNT', 1)
  if last[1] then
    return string.match(last[1][1], '^(%d+)-(%d+)$')
  end
end
