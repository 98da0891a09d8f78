-- No effect here: what is meant is the outcome, until the outcome is known. ARGV: the intent.
local function effect(_, a)
  return 'I' .. ARGV[a]
end
