-- What wrk sends. Arguments: operation, the first of the people it is about, how many, whether each of them once.
-- Each line of the file: number, e-mail address, the workspace's uid, account type, the bridge's id (- before there is one).

local ffi = require("ffi")
ffi.cdef("int kill(int, int); int getpid(void);")

local FILE = os.getenv("BENCH_PEOPLE")
local TOKEN = os.getenv("BENCH_TOKEN")
local from, count, once, connections = 0, 0, false, 1

-- People in memory that this program's own collector does not walk through: else the more there are, the slower it asks.
ffi.cdef([[
  typedef struct { char id[40]; char address[96]; char escaped[96]; char uid[80]; char kind[32]; int number; } person;
]])
local people, all = 0, ffi.new("person[1]")
local text = ffi.string

-- What is too long would be cut off and run into what stands behind it.
local function put(person, field, word)
  assert(#word < ffi.sizeof(person[field]), field .. " is too long: " .. word)
  person[field] = word
end

-- What is asked for in the same words each time is put into words beforehand, as many of them whether they are about few
-- or many, each with another client's name: else this program's own memory makes asking about many dearer.
local SAME = { fixed = true, read = true, userName = true, externalId = true, page = true }
local FEWEST = 100000
local prepared

-- wrk asks for one request before the first, to look at it.
local sent, answered = -1, 0
local operation

-- A workspace refuses a command with a status that is no error's: what was measured then would be something else.
local COMMANDS = { disable = true, retype = true }

local function get(path)
  return wrk.format("GET", "/scim/v2" .. path)
end

-- The filter is all there, but for its value.
local function find(filter, value)
  return get("/Users?filter=" .. filter .. "%20%22" .. value .. "%22")
end

local function patch(person, operations)
  return wrk.format("PATCH", "/scim/v2/Users/" .. text(person.id), nil,
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[' .. operations .. ']}')
end

local function external(person)
  return string.format("00u%08dx%08d", person.number, person.number * 7919 % 99999989)
end

-- Everybody's own, so that a filter that looks for a part of it finds one of them.
local function family(person)
  return string.format("Miller %06d", person.number)
end

local function created(person)
  local address, kind = text(person.address), text(person.kind)
  return string.format('{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",'
    .. '"name":{"givenName":"%s","familyName":"%s"},"emails":[{"primary":true,"value":"%s","type":"work"}],'
    .. '"externalId":"%s","active":true,"roles":[{"value":"%s","primary":true}]}',
    address, address:match("^[^.]+"), family(person), address, external(person), kind)
end

-- The type that is not theirs, and is no admin's.
local function other(person)
  return text(person.kind) == "DEVELOPER" and "BUSINESS" or "DEVELOPER"
end

local function graphql(mutation)
  return wrk.format("POST", "/graphql", { ["X-API-KEY"] = "sandbox-key", ["X-API-SECRET"] = "sandbox-secret",
    ["Content-Type"] = "application/json" }, '{"query":"mutation{' .. mutation .. '{ok}}"}')
end

local OPERATIONS = {
  fixed = function() return wrk.format("GET", "/") end,
  read = function(person) return get("/Users/" .. text(person.id)) end,
  userName = function(person) return find("userName%20eq", text(person.escaped)) end,
  externalId = function(person) return find("externalId%20eq", external(person)) end,
  page = function(person)
    return get("/Users?count=100&startIndex=" .. math.max(1, math.min(person.number, people - 99)))
  end,
  scan = function(person)
    return get(string.format("/Users?count=100&filter=name.familyName%%20co%%20%%22miller%%20%06d%%22", person.number))
  end,
  create = function(person) return wrk.format("POST", "/scim/v2/Users", nil, created(person)) end,
  title = function(person)
    return patch(person, string.format('{"op":"replace","path":"title","value":"Grade %d"}', math.random(1000000000)))
  end,
  activeOkta = function(person) return patch(person, '{"op":"replace","value":{"active":false}}') end,
  activeEntra = function(person) return patch(person, '{"op":"Replace","path":"active","value":"False"}') end,
  roleOkta = function(person)
    return patch(person, '{"op":"replace","value":{"roles":[{"value":"' .. other(person) .. '","primary":true}]}}')
  end,
  roleEntra = function(person)
    return patch(person, '{"op":"Replace","path":"roles[primary eq \\"True\\"].value","value":"' .. other(person) .. '"}')
  end,
  -- To the other type and back, as often as is asked for.
  roleFlip = function(person)
    person.kind = other(person)
    return patch(person, '{"op":"replace","value":{"roles":[{"value":"' .. text(person.kind) .. '","primary":true}]}}')
  end,
  disable = function(person) return graphql('disableUser(uid:\\"' .. text(person.uid) .. '\\")') end,
  retype = function(person)
    return graphql('updateUserAccountType(uid:\\"' .. text(person.uid) .. '\\",accountType:' .. other(person) .. ')')
  end,
}

-- Of ten requests one writes, one asks for a page, and the others look somebody up.
function OPERATIONS.mixed(person)
  local dice = math.random(10)
  return OPERATIONS[dice == 1 and "title" or dice == 2 and "page" or dice < 6 and "userName" or "read"](person)
end

-- Interrupts wrk, which then says what it has measured; it knows no end but that of its time.
local function stop()
  ffi.C.kill(ffi.C.getpid(), 2)
end

function init(arguments)
  local name, pause = arguments[1]:match("^(%a+):?(%d*)$")
  operation = OPERATIONS[name]
  if pause ~= "" then
    -- Milliseconds, so that all connections together ask as often as is wanted.
    delay = function() return math.random(0, 2 * tonumber(pause)) end
  end
  from, count, once = tonumber(arguments[2]), tonumber(arguments[3]), arguments[4] == "true"
  connections = tonumber(arguments[5])
  wrk.headers["Authorization"] = "Bearer " .. TOKEN
  wrk.headers["Content-Type"] = "application/scim+json"
  math.randomseed(os.time())
  if name ~= "fixed" then
    for _ in io.lines(FILE) do people = people + 1 end
    all = ffi.new("person[?]", math.max(1, people))
    local place = 0
    for line in io.lines(FILE) do
      local number, address, uid, kind, id = line:match("(%S+) (%S+) (%S+) (%S+) (%S+)")
      local person = all[place]
      person.number = tonumber(number)
      put(person, "address", address)
      put(person, "escaped", (address:gsub("@", "%%40")))
      put(person, "uid", uid)
      put(person, "kind", kind)
      put(person, "id", id)
      place = place + 1
    end
  end
  if SAME[name] then
    prepared = {}
    for place = 0, math.max(FEWEST, count) - 1 do
      wrk.headers["User-Agent"] = string.format("bench/%06d", place)
      prepared[place] = operation(all[from + place % count])
    end
  end
  if once then
    response = function(_, _, body)
      answered = answered + 1
      assert(not (COMMANDS[name] and answered <= count and body:find('"errors"', 1, true)), body)
      if answered == count + connections - 1 then stop() end
    end
  end
end

function request()
  if prepared then return prepared[math.random(0, #prepared)] end
  local next = once and math.max(0, sent) or math.random(0, count - 1)
  sent = sent + 1
  -- The last ones are waited for with something that does no harm.
  return next < count and operation(all[from + next]) or get("/ServiceProviderConfig")
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("@ %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
