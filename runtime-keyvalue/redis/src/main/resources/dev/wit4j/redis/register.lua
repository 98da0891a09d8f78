-- The effect of an intent, once. A register holds epoch and sequence in 20 digits each, the digest of the effect in 32
-- bytes, and the outcome; what it has is the sequence and the outcome, or the digest of a long one.
-- KEYS: registers, then the effect's. ARGV: worker, epoch, sequence, both in 20 digits, what the register has if it is as
-- expected or '' for nothing, digest, milliseconds after which it no
-- longer begins where there is no register, then the effect's.
local function has(text)
  local outcome = string.sub(text, 73)
  return string.sub(text, 21, 40) .. (#outcome > 40 and redis.sha1hex(outcome) or outcome)
end

local register = redis.call('HGET', KEYS[1], ARGV[1])
if register then
  if string.sub(register, 1, 20) > ARGV[2] then
    return '!fenced'
  end
  if string.sub(register, 21, 40) == ARGV[3] then
    if string.sub(register, 41, 72) ~= ARGV[5] then
      return '!lost'
    end
    if string.sub(register, 1, 20) ~= ARGV[2] then
      -- A write that changes nothing: behind one, none is refused for want of memory, so a worker is claimed on a full server.
      redis.call('PERSIST', KEYS[1])
      redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. string.sub(register, 21))
    end
    return string.sub(register, 73)
  end
end
if (register and has(register) or '') ~= ARGV[4] then
  return '!lost'
end
-- Where there is none, there may have been one of a worker that was deleted since.
if not register and tonumber(redis.call('TIME')[1]) * 1000 > tonumber(ARGV[6]) then
  return '!late'
end
local outcome, write = effect(2, 7)
if string.byte(outcome) == 33 then
  return outcome
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ARGV[3] .. ARGV[5] .. outcome)
if write then
  write()
end
return outcome
