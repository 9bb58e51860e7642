/**
 * Health of an Application as a resource of another Application, so that a sync wave of Applications waits until they have
 * delivered. Argo CD itself has no such check since 1.8. Healthy only when the last comparison was of this very spec, all is
 * synced, nothing runs, and what was delivered is healthy. Lua as Argo CD runs it: no `string` library.
 *
 * Degraded when the Application cannot go on as it is. That ends the sync of the one above it, whose retry takes the newest commit;
 * while a wave only waits, the commit that has the fix is not looked at.
 *
 * An Application that delivers itself is Healthy: it would wait for the end of its own operation.
 */
export const applicationHealth = `local name = obj.metadata.name
local annotations = obj.metadata.annotations or {}
local own = name .. ":argoproj.io/Application:" .. (obj.metadata.namespace or "") .. "/" .. name
if annotations["argocd.argoproj.io/tracking-id"] == own then
  return {status = "Healthy", message = "Delivers itself"}
end

local function waiting(message)
  return {status = "Progressing", message = message}
end

local function same(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for key, value in pairs(a) do
    if not same(value, b[key]) then return false end
  end
  for key in pairs(b) do
    if a[key] == nil then return false end
  end
  return true
end

local status = obj.status or {}
local errors = {ComparisonError = true, InvalidSpecError = true, SyncError = true, UnknownError = true}
for _, condition in ipairs(status.conditions or {}) do
  if errors[condition.type] then
    return {status = "Degraded", message = condition.type .. ": " .. (condition.message or "")}
  end
end
local operation = status.operationState
if operation ~= nil and operation.phase == "Running" and (operation.retryCount or 0) >= 3 then
  return {status = "Degraded", message = operation.message or "Its sync fails"}
end

if status.sync == nil or status.sync.comparedTo == nil then
  return waiting("Not compared yet")
end
-- With several sources, Argo CD writes an empty source into comparedTo.
local source = obj.spec.sources == nil and "source" or "sources"
for _, field in ipairs({source, "destination", "ignoreDifferences"}) do
  if not same(obj.spec[field] or {}, status.sync.comparedTo[field] or {}) then
    return waiting("The last comparison was of another " .. field)
  end
end
if obj.operation ~= nil then
  return waiting("A sync is about to start")
end
if operation ~= nil and (operation.phase == "Running" or operation.phase == "Terminating") then
  return waiting(operation.message or "A sync runs")
end
if status.sync.status ~= "Synced" then
  return waiting("Sync status is " .. (status.sync.status or "unknown"))
end
local health = status.health or {}
return {status = health.status or "Progressing", message = health.message or ""}
`;
