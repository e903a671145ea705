import { countFaults } from '../checks/count-faults.ts';
import { contentFolder } from '../content/content-folder.ts';

// No command for people: `check-apart.ts` runs it.
console.log(await countFaults(contentFolder()));
