-- A value lies in its hash as it is. One that expires, or that begins with a zero byte, has a zero byte before it, then
-- 'x' with the deadline in 16 digits of milliseconds, or 'v'.
local function milliseconds()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- The value that is stored unless its deadline has passed, and its prefix if it has a deadline.
local function live(stored)
  if not stored or string.byte(stored, 1) ~= 0 then
    return stored
  end
  if string.sub(stored, 2, 2) == 'v' then
    return string.sub(stored, 3)
  end
  if tonumber(string.sub(stored, 3, 18)) <= milliseconds() then
    return false
  end
  return string.sub(stored, 19), string.sub(stored, 1, 18)
end

-- Calls a command for all of the arguments, in portions that fit Lua's stack.
local function in_portions(command, key, arguments)
  for first = 1, #arguments, 2000 do
    redis.call(command, key, unpack(arguments, first, math.min(first + 1999, #arguments)))
  end
end
