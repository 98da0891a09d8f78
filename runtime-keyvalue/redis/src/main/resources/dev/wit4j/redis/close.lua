-- No effect, and an outcome that says so. ARGV: the outcome.
local function effect(_, a)
  -- A write that changes nothing: behind one, none is refused for want of memory, so what a full server refused can be given up.
  redis.call('PERSIST', KEYS[1])
  return ARGV[a]
end
