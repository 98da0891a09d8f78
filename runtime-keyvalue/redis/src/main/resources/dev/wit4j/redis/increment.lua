-- Numbers are decimal text: a Lua number holds 53 bits. Magnitudes have no sign and no leading zeros.
local function below(a, b)
  if #a ~= #b then
    return #a < #b
  end
  return a < b
end

-- Magnitudes of up to 20 digits as two halves of 10, exact as Lua numbers.
local function halves(magnitude)
  return tonumber('0' .. string.sub(magnitude, 1, -11)), tonumber(string.sub(magnitude, -10))
end

local function joined(high, low)
  return high > 0 and string.format('%.0f%010.0f', high, low) or string.format('%.0f', low)
end

local function sum(a, b)
  local a_high, a_low = halves(a)
  local b_high, b_low = halves(b)
  local low = a_low + b_low
  local carry = low >= 1e10 and 1 or 0
  return joined(a_high + b_high + carry, low - carry * 1e10)
end

-- a - b, where a is not below b.
local function difference(a, b)
  local a_high, a_low = halves(a)
  local b_high, b_low = halves(b)
  local low = a_low - b_low
  local borrow = low < 0 and 1 or 0
  return joined(a_high - b_high - borrow, low + borrow * 1e10)
end

local function sign_and_magnitude(number)
  if string.sub(number, 1, 1) == '-' then
    return '-', string.sub(number, 2)
  end
  return '', number
end

local function with_sign(sign, magnitude)
  return magnitude == '0' and magnitude or sign .. magnitude
end

local function total(a, b)
  local a_sign, a_magnitude = sign_and_magnitude(a)
  local b_sign, b_magnitude = sign_and_magnitude(b)
  if a_sign == b_sign then
    return with_sign(a_sign, sum(a_magnitude, b_magnitude))
  end
  if below(a_magnitude, b_magnitude) then
    return with_sign(b_sign, difference(b_magnitude, a_magnitude))
  end
  return with_sign(a_sign, difference(a_magnitude, b_magnitude))
end

local largest = {
  u = {[''] = '18446744073709551615', ['-'] = '0'},
  s = {[''] = '9223372036854775807', ['-'] = '9223372036854775808'},
}

local function in_range(number, range)
  local sign, magnitude = sign_and_magnitude(number)
  return not below(largest[range][sign], magnitude)
end

local function is_number(text, range)
  return (text == '0' or string.find(text, '^%-?[1-9]%d*$') ~= nil) and in_range(text, range)
end

-- KEYS: values, order. ARGV: key, delta, range, order of the key.
local function effect(k, a)
  local values, key, range = KEYS[k], ARGV[a], ARGV[a + 2]
  local stored = redis.call('HGET', values, key)
  local current, deadline = live(stored)
  current = current or '0'
  if not is_number(current, range) then
    return 'RN'
  end
  local number = total(current, ARGV[a + 1])
  if not in_range(number, range) then
    return 'RO'
  end
  if not stored then
    redis.call('ZCARD', KEYS[k + 1])
  end
  return 'N' .. number, function()
    redis.call('HSET', values, key, (deadline or '') .. number)
    if not stored then
      redis.call('ZADD', KEYS[k + 1], ARGV[a + 3], key)
    end
  end
end
