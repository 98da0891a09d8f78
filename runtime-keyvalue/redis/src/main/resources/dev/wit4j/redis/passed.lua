-- Whether the deadline that a key has has passed, or one that it had before it was set for good: then its value says whether
-- the key is there. Before, it is, and its value need not be looked at, which may be large.
local function passed(deadlines, key)
  local deadline = redis.call('ZSCORE', deadlines, key)
  return deadline and tonumber(deadline) <= milliseconds()
end
