import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { countFaults } from '../../../src/checks/count-faults.ts';
import { checkFolder } from '../../../src/checks/folder.ts';

const SITES = resolve('tests/fixtures/sites');
const FAULTY = join(SITES, 'faulty');

it('counts the faults that the check reports, in each of the faulty sites', async () => {
  const folders = [
    ...readdirSync(FAULTY).map((name) => join(FAULTY, name)),
    join(SITES, 'small'),
    join(SITES, 'hostile'),
    resolve('tests/fixtures/verified'),
    resolve('content'),
    join(SITES, 'no-such-site'),
  ];
  for (const folder of folders)
    expect([folder, await countFaults(folder)]).toEqual([folder, (await checkFolder(folder)).faults.length]);
});
