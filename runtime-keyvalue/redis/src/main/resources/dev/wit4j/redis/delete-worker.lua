-- KEYS: record of the worker, journal, then all else of it. ARGV: milliseconds for which it is remembered that it was deleted.
if redis.call('HGET', KEYS[1], 'state') ~= 'live' then
  return 0
end
local epoch = last_of(KEYS[2]) or redis.call('HGET', KEYS[1], 'epoch') or '0'
redis.call('DEL', unpack(KEYS, 2))
redis.call('HDEL', KEYS[1], 'journal')
redis.call('HSET', KEYS[1], 'state', 'deleted', 'epoch', epoch)
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
