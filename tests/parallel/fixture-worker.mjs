// Answers tasks as they wish: a number is squared, "die" ends the worker, "die once FILE" the first time, "throw" throws, "hang" never
// ends, "later" is overtaken.
import { existsSync, writeFileSync } from 'node:fs';
import { serveTasks } from '../../dist/parallel/serve-tasks.js';

serveTasks((setup) => (task) => {
  if (task === 'die') process.exit(1);
  if (task === 'hang') for (;;);
  if (task === 'later') return new Promise((resolve) => setTimeout(resolve, 100, 'late'));
  if (task === 'throw') throw new Error('no such task');
  if (task === 'crash') return setup.shared[0].missing.deeper;
  if (typeof task === 'string' && task.startsWith('die once ')) {
    const file = task.slice(9);
    if (!existsSync(file)) {
      writeFileSync(file, '');
      process.exit(1);
    }
    return 'done';
  }
  return task * task;
});
