-- An effect outside of any journal.
local outcome, write = effect(1, 1)
if write then
  write()
end
return outcome
