-- KEYS: snapshots, behind the journal. ARGV: sequence in 20 digits, state, how many records stay, first sequence that stays.
local function effect(k, a)
  local old = {}
  for _, sequence in ipairs(redis.call('HKEYS', KEYS[k])) do
    if sequence < ARGV[a + 3] then
      old[#old + 1] = sequence
    end
  end
  return 'D', function()
    redis.call('HSET', KEYS[k], ARGV[a], ARGV[a + 1])
    redis.call('XTRIM', KEYS[1], 'MAXLEN', '=', ARGV[a + 2])
    in_portions('HDEL', KEYS[k], old)
  end
end
