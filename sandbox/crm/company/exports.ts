import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import type { Route } from "../../http/route";
import { type Failure, failure, listAnswer, noContent, ok, refusal } from "../answers";
import { type CrmCall, crmRoute, scope } from "../call";
import { download } from "../files/download";
import { jobsOf } from "../jobs/jobs";
import { isObject, objectsOf, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { personOf } from "../people/staff";
import { perOrganization } from "../perOrganization";
import { numberedPage } from "../records/params";
import { failed, itemsAnswer } from "../records/write/results";

/*
 * What leaves the organisation as a whole: its backup, which is ready at once here, and its audit log.
 */

interface Backup {
  id: string;
  rrule: string | undefined;
  at: string;
  isOver: boolean;
}

const backupsOf = perOrganization((): { current?: Backup; history: object[] } => ({ history: [] }));

const backupJson = ({ currentUser }: CrmOrganization, { id, rrule, at, isOver }: Backup) => ({
  id,
  rrule: rrule ?? null,
  start_date: at,
  scheduled_date: at,
  status: isOver ? "COMPLETED" : "SCHEDULED",
  requester: { ...personOf(currentUser), zuid: currentUser.zuid },
});

function note(organization: CrmOrganization, action: string, state: string): void {
  const { history, current } = backupsOf(organization);
  history.unshift({
    id: organization.ids.next(),
    action,
    state,
    file_name: state === "COMPLETED" ? "Zylker_Data.zip" : null,
    repeat_type: current?.rrule ? "recurring" : "once",
    count: 1,
    log_time: organization.now(),
    done_by: { ...personOf(organization.currentUser), zuid: organization.currentUser.zuid },
  });
}

const done = (message: string, id: string): Answer =>
  ok({ backup: { code: "SUCCESS", details: { id }, message, status: "success" } });

const backupRefused = (problem: Failure): Answer => ({
  status: 400,
  body: { backup: { ...problem, status: "error" } },
});

function schedule({ organization, request }: CrmCall): Answer {
  const kept = backupsOf(organization);
  const given = isObject(request.body) ? request.body.backup : undefined;
  const rrule = isObject(given) ? textOf(given.rrule) : undefined;
  if (kept.current && !kept.current.isOver)
    return backupRefused(failure("ALREADY_SCHEDULED", "backup already scheduled"));
  if (rrule !== undefined && !/FREQ=(WEEKLY|MONTHLY)/.test(rrule)) {
    const at = { api_name: "rrule", json_path: "$.backup.rrule" };
    return backupRefused(failure("INVALID_DATA", "invalid data", at));
  }
  kept.current = { id: organization.ids.next(), rrule, at: organization.now(), isOver: false };
  note(organization, "scheduled", "SCHEDULED");
  const { id } = kept.current;
  return done("Backup scheduled successfully", id);
}

/** Asked for its details, a backup goes on; a second time it is over. */
function details({ organization }: CrmCall): Answer {
  const { current } = backupsOf(organization);
  if (!current) return noContent;
  const told = backupJson(organization, current);
  if (!current.isOver) {
    current.isOver = true;
    note(organization, "backup", "COMPLETED");
  }
  return ok({ backup: told });
}

const day = 24 * 60 * 60 * 1000;

/** Where a file can be had for some days. */
const linkTo = ({ zgid }: CrmOrganization, baseUrl: string, id: string, name: string): string =>
  `${baseUrl}/v2/crm/${zgid}/backup/${id}/${name}`;

function urls({ organization, request }: CrmCall): Answer {
  const { current } = backupsOf(organization);
  if (!current?.isOver) return noContent;
  return ok({
    urls: {
      data_links: [linkTo(organization, request.baseUrl, current.id, "Data_001.zip")],
      attachment_links: [],
      expiry_date: organization.timeText(organization.clock.now() + 7 * day),
    },
  });
}

function history({ organization, request }: CrmCall): Answer {
  const page = numberedPage(request.query, backupsOf(organization).history);
  return "problem" in page ? refusal(page.problem) : listAnswer("history", page.items, page.info);
}

function cancel({ organization, request }: CrmCall): Answer {
  const kept = backupsOf(organization);
  if (kept.current?.id !== request.params.id || kept.current?.isOver)
    return refusal(failure("INVALID_DATA", "the id given seems to be invalid", { resource_path_index: 1 }));
  note(organization, "cancelled", "CANCELLED");
  kept.current = undefined;
  return done("Backup cancelled successfully", request.params.id ?? "");
}

/** A zip archive without anything in it. */
const emptyZip = Buffer.from(`504b0506${"00".repeat(18)}`, "hex");

function file({ world, params }: CrmCall["request"]): Answer {
  const { organization, job = "", file: name = "" } = params;
  const { current } = backupsOf(world.crm);
  const ids = [...(current?.isOver ? [current.id] : []), ...exportsOf(world.crm).map(({ id }) => id)];
  if (organization !== world.crm.zgid || !ids.includes(job)) return refusals.crm.path;
  return download({ id: job, name, contentType: "application/zip", data: emptyZip });
}

interface AuditExport {
  id: string;
  criteria: unknown;
  startedAt: string;
}

const exportsOf = perOrganization((): AuditExport[] => []);
const auditKey = "audit_log_export";

function exportAudit({ organization, request }: CrmCall): Answer {
  const [item, second] = objectsOf(isObject(request.body) ? request.body[auditKey] : undefined);
  const at = { api_name: "criteria", json_path: `$.${auditKey}[0].criteria` };
  if (!item)
    return refusal(
      failure("MANDATORY_NOT_FOUND", "Required field missing", {
        api_name: auditKey,
        json_path: `$.${auditKey}[0]`,
      }),
    );
  const no = (problem: Failure) => itemsAnswer(auditKey, [failed(problem)], 200);
  if (second)
    return no(
      failure("LIMIT_EXCEEDED", `The ${auditKey} jsonarray size should not exceed one`, {
        api_name: auditKey,
        json_path: `$.${auditKey}[1]`,
        limit: "1",
      }),
    );
  if (!isObject(item.criteria)) return no(failure("MANDATORY_NOT_FOUND", "required field not found", at));
  const { field, group } = item.criteria;
  if (!Array.isArray(group) && !(isObject(field) && typeof (field.api_name ?? field.id) === "string")) {
    const problem = failure("MANDATORY_NOT_FOUND", "required field not found", at);
    return refusal({ ...problem, details: {} });
  }
  const [running] = exportsOf(organization);
  if (running && jobsOf(organization).isUnderWay(auditKey))
    return no(failure("ALREADY_SCHEDULED", "Export is already scheduled", { id: running.id }));
  const id = jobsOf(organization).schedule({ kind: auditKey, counts: {}, work: () => ({}) });
  exportsOf(organization).unshift({ id, criteria: item.criteria, startedAt: organization.now() });
  const message = "Audit log export job scheduled successfully.";
  return itemsAnswer(auditKey, [{ code: "SCHEDULED", details: { id }, message, status: "success" }], 200);
}

const auditStates = { SCHEDULED: "scheduled", RUNNING: "in_progress", COMPLETED: "finished" } as const;

function auditExports({ organization, request }: CrmCall): Answer {
  const { id } = request.params;
  const asked = exportsOf(organization).filter((each) => id === undefined || each.id === id);
  const found = asked.map(({ id: own, criteria, startedAt }) => {
    const state = jobsOf(organization).ask(auditKey, own)?.state ?? "COMPLETED";
    const isOver = state === "COMPLETED";
    return {
      criteria,
      id: own,
      status: auditStates[state],
      created_by: personOf(organization.currentUser),
      download_links: isOver ? [linkTo(organization, request.baseUrl, own, "Audit_Log.zip")] : [],
      job_start_time: startedAt,
      ...(isOver && {
        job_end_time: organization.now(),
        expiry_date: organization.timeText(organization.clock.now() + 7 * day),
      }),
    };
  });
  return found.length === 0 ? noContent : ok({ [auditKey]: found });
}

const backups = (operation: string) => ({ scopes: scope(`ZohoCRM.bulk.backup.${operation}`) });
const audits = (operation: string) => ({ scopes: scope(`ZohoCRM.settings.audit_logs.${operation}`) });

/** The backup and the audit log of the organisation. */
export const exportRoutes: Route[] = [
  crmRoute("crm.backup.schedule", ["POST", "/bulk/backup"], schedule, backups("CREATE")),
  crmRoute("crm.backup.get", ["GET", "/bulk/backup"], details, backups("READ")),
  crmRoute("crm.backup.urls", ["GET", "/bulk/backup/urls"], urls, backups("READ")),
  crmRoute("crm.backup.history", ["GET", "/bulk/backup/history"], history, backups("READ")),
  crmRoute("crm.backup.cancel", ["PUT", "/bulk/backup/:id/actions/cancel"], cancel, backups("UPDATE")),
  {
    operation: "crm.backup.file",
    method: "GET",
    path: "/:version/crm/:organization/backup/:job/:file",
    scopes: scope("ZohoFiles.files.ALL"),
    credits: () => 0,
    handle: file,
  },
  crmRoute("crm.auditLog.export", ["POST", "/settings/audit_log_export"], exportAudit, audits("CREATE")),
  crmRoute("crm.auditLog.list", ["GET", "/settings/audit_log_export"], auditExports, audits("READ")),
  crmRoute("crm.auditLog.get", ["GET", "/settings/audit_log_export/:id"], auditExports, audits("READ")),
];
