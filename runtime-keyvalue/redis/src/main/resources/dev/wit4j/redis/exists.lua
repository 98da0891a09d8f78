-- Whether a key is there. KEYS: values, deadlines. ARGV: key.
if passed(KEYS[2], ARGV[1]) then
  return live(redis.call('HGET', KEYS[1], ARGV[1])) and 1 or 0
end
return redis.call('HEXISTS', KEYS[1], ARGV[1])
