-- A page of keys. KEYS: values, order, deadlines. ARGV: order behind which it starts, or '-inf'; limit.
-- Answers with where the next page starts, '' for nowhere, and the keys.
local limit = tonumber(ARGV[2])
local found = redis.call('ZRANGEBYSCORE', KEYS[2], ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, limit + 1)
local keys, taken, next = {}, {}, ''
for i = 1, math.min(#found, 2 * limit), 2 do
  keys[#keys + 1] = found[i]
  taken[found[i]] = true
end
if #found > 2 * limit then
  -- A page ends between two orders: the rest of those that share the last one belongs to it.
  next = found[2 * limit]
  for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], next, next)) do
    if not taken[key] then
      keys[#keys + 1] = key
    end
  end
end
local page = {next}
local some_expire = redis.call('ZCARD', KEYS[3]) > 0
for _, key in ipairs(keys) do
  if not some_expire or not passed(KEYS[3], key) or live(redis.call('HGET', KEYS[1], key)) then
    page[#page + 1] = key
  end
end
return page
