-- What takes some of the keys whose deadline has passed out of a bucket: more than one for each that comes to have a
-- deadline, so that they do not pile up. The key itself stays.
local function sweep(values, order, deadlines, key, now)
  local passed, expired = {}, {}
  for _, other in ipairs(redis.call('ZRANGEBYSCORE', deadlines, '-inf', now, 'LIMIT', 0, 16)) do
    if other ~= key then
      passed[#passed + 1] = other
      if not live(redis.call('HGET', values, other)) then
        expired[#expired + 1] = other
      end
    end
  end
  return function()
    in_portions('HDEL', values, expired)
    in_portions('ZREM', order, expired)
    in_portions('ZREM', deadlines, passed)
  end
end
