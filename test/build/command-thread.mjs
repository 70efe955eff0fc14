// A thread that asks that process, while the one that asked this waits.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { workerData } from 'node:worker_threads';

/** @type {{ port: import('node:worker_threads').MessagePort, told: Int32Array }} */
const { port, told } = workerData;
const running = fork(new URL('command-process.mjs', import.meta.url), { stdio: 'inherit' });

port.on('message', async (order) => {
  running.send(order);
  const [ran] = await once(running, 'message');
  port.postMessage(ran);
  Atomics.store(told, 0, 1);
  Atomics.notify(told, 0);
});
