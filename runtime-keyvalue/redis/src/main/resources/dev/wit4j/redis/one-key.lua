-- What an effect on one key changes. ARGV: key.
local function changed(a)
  return {ARGV[a]}
end
