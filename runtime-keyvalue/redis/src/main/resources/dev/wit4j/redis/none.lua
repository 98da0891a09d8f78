local function effect()
  return 'D'
end
