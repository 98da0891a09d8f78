-- No effect, and an outcome that says so. ARGV: the outcome.
local function effect(_, a)
  return ARGV[a]
end
