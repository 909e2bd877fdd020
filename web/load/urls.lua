-- Addresses in a fixed, mixed order; answers other than 200 are counted by kind.
local words = {"巡视", "派驻监督", "纪委监委", "违规吃喝", "专项整治", "室组地", "问题线索", "党纪处分", "扫黑除恶", "乡村振兴",
  "营商环境", "粮食购销", "警示教育", "主体责任", "以案促改", "形式主义", "生态环境", "安全生产", "医药", "招投标"}
local regions = {"430000", "530000", "330100", "110000", "440000", "510000"}
local actions = {"处分", "查处", "立案", "移交", "处理"}

local function encode(s)
  return (s:gsub("[^%w]", function(c) return string.format("%%%02X", string.byte(c)) end))
end

local paths = {}
for _, w in ipairs(words) do
  for year = 2012, 2024 do
    paths[#paths + 1] = "/api/search?q=" .. encode(w) .. "&year=" .. year
    paths[#paths + 1] = "/?q=" .. encode(w) .. "&year=" .. year
    paths[#paths + 1] = "/api/suggest?q=" .. encode(w)
  end
  for _, r in ipairs(regions) do
    paths[#paths + 1] = "/api/search?q=" .. encode(w) .. "&region=" .. r .. "&limit=10"
    paths[#paths + 1] = "/?q=" .. encode(w) .. "&region=" .. r
  end
end
for _, a in ipairs(actions) do
  for year = 2012, 2024 do
    paths[#paths + 1] = "/api/figures?action=" .. encode(a) .. "&year=" .. year .. "&by=year"
    paths[#paths + 1] = "/figures?action=" .. encode(a) .. "&year=" .. year
  end
end

local at = 0
local wrong = {}
local threads = {}

function setup(thread) threads[#threads + 1] = thread end

function init(args) counts = "" end

function request()
  at = (at * 7 + 11) % #paths + 1
  return wrk.format("GET", paths[(at + math.random(#paths)) % #paths + 1])
end

function response(status)
  if status ~= 200 then
    wrong[status] = (wrong[status] or 0) + 1
    counts = ""
    for s, n in pairs(wrong) do counts = counts .. s .. ": " .. n .. " " end
  end
end

function done(summary, latency)
  for i, thread in ipairs(threads) do
    print("answers other than 200, thread " .. i .. ": " .. (thread:get("counts") or ""))
  end
  print(string.format("p50 %.1f ms, p99 %.1f ms, longest %.1f ms", latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
  print("errors: connect " .. summary.errors.connect .. ", read " .. summary.errors.read .. ", write " .. summary.errors.write .. ", timeout " .. summary.errors.timeout)
end
