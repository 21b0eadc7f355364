import { z } from 'zod';
import { dueStates } from '#core/equipment/due';
import { equipmentKinds, figureRules, testerRoles, testResults } from '#core/equipment/equipment-test';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const working = ['physicist', 'radiographer', 'coordinator'] as const;
const watching = [...working, 'office', 'administrator'] as const;
const keeping = ['physicist', 'coordinator'] as const;

const count = z.number().int();
export const equipmentStates = ['in-use', 'out-of-use', 'retired'] as const;
export const equipmentEvents = [
  'registered',
  'taken-out-of-use',
  'put-back',
  'service-called',
  'repaired',
  'note',
  'retired',
] as const;

const item = z.object({
  equipmentId: z.guid(),
  kind: z.enum(equipmentKinds),
  name: z.string(),
  centreId: z.string(),
  centreName: z.string(),
  /** The unit of a machine, the reading room of a display. */
  place: z.string().nullable(),
  state: z.enum(equipmentStates),
  version: count,
});

const dueTest = z.object({
  test: z.string(),
  state: z.enum(dueStates),
  on: dayText.nullable(),
  daysLate: count,
  lastDone: dayText.nullable(),
  lastResult: z.enum(testResults).nullable(),
});

export const equipmentList = endpoint({
  method: 'GET',
  path: '/api/equipment/list',
  permission: watching,
  input: z.object({ centre: z.string().optional() }),
  output: z.object({
    today: dayText,
    items: z.array(item.extend({ due: z.array(dueTest), openFollowUps: count })),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    centres: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  summary: 'Machines, displays and reading rooms with what is due and what has failed',
});

const testDefinition = z.object({
  id: z.string(),
  everyDays: count,
  by: z.array(z.enum(testerRoles)),
  mendWithinDays: count,
  inputs: z.array(
    z.object({ id: z.string(), kind: z.enum(['number', 'yes-no', 'list']), unit: z.string(), count: count.optional() }),
  ),
  figures: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      decimals: count,
      rule: z.enum(figureRules),
      inputs: z.array(z.string()),
      min: z.number().optional(),
      max: z.number().optional(),
      suspends: z.boolean(),
      source: z.string(),
    }),
  ),
});

const finding = z.object({
  figure: z.string(),
  value: z.number(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  within: z.boolean(),
  suspends: z.boolean(),
});

const doneTest = z.object({
  testId: z.guid(),
  test: z.string(),
  doneOn: dayText,
  doneBy: z.string(),
  instrument: z.string(),
  note: z.string(),
  result: z.enum(testResults),
  findings: z.array(finding),
});

export const followUp = z.object({
  testId: z.guid(),
  test: z.string(),
  openedOn: dayText,
  dueOn: dayText,
  suspended: z.boolean(),
  closedOn: dayText.nullable(),
  closedBecause: z.string().nullable(),
});

export const equipmentDetail = endpoint({
  method: 'GET',
  path: '/api/equipment/item/:equipmentId',
  permission: watching,
  input: z.object({ equipmentId: z.guid() }),
  output: z.object({
    today: dayText,
    item: item.extend({
      maker: z.string().nullable(),
      model: z.string().nullable(),
      serial: z.string().nullable(),
      inUseFrom: dayText,
    }),
    due: z.array(dueTest),
    definitions: z.array(testDefinition),
    tests: z.array(doneTest),
    followUps: z.array(followUp),
    events: z.array(
      z.object({
        eventId: z.guid(),
        day: dayText,
        kind: z.enum(equipmentEvents),
        note: z.string(),
        by: z.string(),
      }),
    ),
  }),
  summary: 'One machine, display or room: its tests with limits, what is due, what has happened',
});
export type EquipmentDetail = OutputOf<typeof equipmentDetail>;

export const registerEquipment = endpoint({
  method: 'POST',
  path: '/api/equipment/register',
  permission: keeping,
  input: z.object({
    kind: z.enum(equipmentKinds),
    name: z.string().trim().min(1).max(80),
    unitId: z.string().optional(),
    roomId: z.guid().optional(),
    maker: z.string().trim().max(80).optional(),
    model: z.string().trim().max(80).optional(),
    serial: z.string().trim().max(80).optional(),
    inUseFrom: dayText,
  }),
  output: z.object({ equipmentId: z.guid() }),
  summary: 'Puts a machine, display or reading room on the register of one’s centre',
});

export const measured = z.record(z.string().max(40), z.union([z.number(), z.boolean(), z.array(z.number()).max(64)]));

export const recordTest = endpoint({
  method: 'POST',
  path: '/api/equipment/test',
  permission: ['physicist', 'radiographer'],
  input: z.object({
    equipmentId: z.guid(),
    test: z.string().max(40),
    doneOn: dayText,
    instrument: z.string().trim().max(120).default(''),
    measured,
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({
    testId: z.guid(),
    result: z.enum(testResults),
    findings: z.array(finding),
    /** By when it is to be mended; null when it passed. */
    mendBy: dayText.nullable(),
  }),
  summary:
    'Enters a test; whether it is passed follows from the limits. A failed one is followed up, a grave one stops use',
});

export const noteEquipment = endpoint({
  method: 'POST',
  path: '/api/equipment/note',
  permission: working,
  input: z.object({
    equipmentId: z.guid(),
    version: count,
    kind: z.enum(['taken-out-of-use', 'put-back', 'service-called', 'repaired', 'note', 'retired']),
    note: z.string().trim().min(3).max(500),
  }),
  output: z.object({ state: z.enum(equipmentStates), version: count }),
  summary: 'What has happened to it: taken out of use, service called, repaired, put back, retired',
});

export const closeFollowUp = endpoint({
  method: 'POST',
  path: '/api/equipment/close-follow-up',
  permission: ['physicist'],
  input: z.object({ testId: z.guid(), because: z.string().trim().min(3).max(500) }),
  output: z.object({ closedOn: dayText }),
  summary: 'Closes the follow-up of a failed test without a new one, with the reason',
});

export const equipmentReport = endpoint({
  method: 'GET',
  path: '/api/equipment/report',
  permission: watching,
  input: z.object({ centre: z.string().optional(), year: z.coerce.number().int().min(1990).max(2200).optional() }),
  output: z.object({
    today: dayText,
    year: count,
    centre: z.object({ id: z.string(), name: z.string() }),
    centres: z.array(z.object({ id: z.string(), name: z.string() })),
    items: z.array(
      item.extend({
        tests: z.array(
          z.object({
            test: z.string(),
            done: count,
            expected: count,
            passed: count,
            failed: count,
            suspended: count,
            lastDone: dayText.nullable(),
            lastResult: z.enum(testResults).nullable(),
          }),
        ),
      }),
    ),
    definitions: z.array(testDefinition),
    failures: z.array(
      z.object({
        name: z.string(),
        test: z.string(),
        doneOn: dayText,
        result: z.enum(testResults),
        findings: z.array(finding),
        closedOn: dayText.nullable(),
        closedBecause: z.string().nullable(),
        dueOn: dayText,
      }),
    ),
  }),
  summary: 'A centre’s equipment in a year: tests done against expected, what failed and what came of it',
});

export const equipmentReportPdf = endpoint({
  method: 'GET',
  path: '/api/equipment/report-pdf',
  permission: watching,
  input: equipmentReport.input.extend({ language: z.enum(['nb', 'nn', 'en']).default('nb') }),
  output: z.object({ title: z.string(), fileName: z.string(), pdf: z.base64(), sha256: z.string() }),
  summary: 'The same report as a PDF',
});
