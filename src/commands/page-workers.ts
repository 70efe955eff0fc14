// Pages of a large site, made by several processes: each has a core, and memory for some days at a time. What they make is
// put together in the order in which it was asked for, so that nothing depends on who is faster.
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Mistake } from '../mistake.ts';
import { programOf } from '../package.ts';
import type { WorkersInput } from '../site/build-site.ts';
import type { MadeMonth, MadePage, Maker } from '../site/maker.ts';
import { monthOrder, pageOrder } from '../site/site-part.ts';
import type { Answer, Order, WorkerSetup } from './page-worker.ts';

/** More processes make the disk the narrow place. */
const MOST_WORKERS = 4;

export interface Workers extends Maker {
  readonly end: () => void;
}

/** Starts workers. An order throws the `Mistake` that a worker met; a fault of its own is thrown with its stack. */
export function pageWorkers(
  setup: Pick<WorkerSetup, 'store' | 'content'>,
  { out, beside, lives, onDays }: WorkersInput,
): Workers {
  const count = Math.min(MOST_WORKERS, availableParallelism());
  const workers = Array.from({ length: count }, () => startWorker({ ...setup, out, beside }, onDays));
  const free = [...workers];
  const waiting: ((worker: Worker) => void)[] = [];
  const told = new Set<Worker>();

  async function give<T>(orderFor: (worker: Worker) => Order): Promise<T> {
    const worker = free.pop() ?? (await new Promise<Worker>((taken) => waiting.push(taken)));
    try {
      return (await worker.obey(orderFor(worker))) as T;
    } finally {
      const next = waiting.shift();
      if (next) next(worker);
      else free.push(worker);
    }
  }

  return {
    months: (tasks) => give<readonly MadeMonth[]>(() => ({ is: 'months', orders: tasks.map(monthOrder) })),
    pages: (tasks) =>
      give<readonly MadePage[]>((worker) => {
        const first = !told.has(worker);
        told.add(worker);
        return { is: 'pages', orders: tasks.map(pageOrder), ...(first && { lives: lives() }) };
      }),
    end() {
      for (const worker of workers) worker.end();
    },
  };
}

interface Worker {
  readonly obey: (order: Order) => Promise<readonly MadeMonth[] | readonly MadePage[]>;
  readonly end: () => void;
}

function startWorker(setup: WorkerSetup, onDays: WorkersInput['onDays']): Worker {
  const child: ChildProcess = fork(programOf('page-worker'), {
    serialization: 'advanced',
  });
  let settle: { done: (made: readonly MadeMonth[] | readonly MadePage[]) => void; failed: (error: Error) => void };
  // What a worker says before it was asked for anything waits until it is.
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure = error;
    settle?.failed(error);
  };
  child.on('message', (answer: Answer) => {
    if (answer.is === 'days') onDays?.(answer.count);
    else if (answer.is === 'made') settle.done(answer.made);
    else fail(answer.is === 'mistake' ? new Mistake(answer.message) : faultOf(answer.message));
  });
  child.on('error', fail);
  child.on('exit', (code, signal) => fail(new Error(`A process that makes pages ended (${signal ?? code}).`)));
  const send = (order: Order): void => void child.send(order, (error) => error && fail(error));
  send({ is: 'setup', setup });
  return {
    obey: (order) =>
      new Promise((done, failed) => {
        settle = { done, failed };
        if (failure) failed(failure);
        else send(order);
      }),
    end() {
      child.removeAllListeners('exit');
      child.disconnect();
    },
  };
}

function faultOf(stack: string): Error {
  const error = new Error(stack.split('\n')[0]);
  error.stack = stack;
  return error;
}
