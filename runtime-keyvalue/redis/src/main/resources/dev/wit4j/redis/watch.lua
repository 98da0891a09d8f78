-- From now on a shard records its changes: it does where it has a stream for them, if an empty one. KEYS: changes.
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('XDEL', KEYS[1], redis.call('XADD', KEYS[1], '*', 'i', ''))
end
return 1
