// Loaded into Azurite's process before Azurite itself. It keeps Azurite running for as long as anybody holds a lease on it, and no
// longer. A lease is a connection to the port that is opened here: whoever holds it gives it back by closing it, and the system
// closes it for whoever is killed. So no verb has to outlive another, and nothing is left behind.
//
// A connection is greeted by one line: "lease ID" if it is one, or "ending ID" once the last lease was given back. While Azurite
// ends it still writes to disk, so from then on connections are held open until the process is gone: whoever gave the last lease
// back, or wants to start anew, waits for that.
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";

const { YOS_LEASE_ID: id, YOS_RUNNING_FILE: runningFile, YOS_TABLE_PORT: tablePort, AZURITE_ACCOUNTS: account } = process.env;
const leases = new Set();
let ending = false;

// Ctrl-C goes to everyone at the terminal. Those who hold leases end by it and give them back; Azurite must not end before them.
const { once } = process;
process.once = (event, handler) => (event === "SIGINT" ? process : once.call(process, event, handler));
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
process.on("SIGTERM", end);

// Whoever started us may be gone while others still hold leases: then there is nobody to print for.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

function end() {
  if (ending) {
    return;
  }

  ending = true;
  server.unref();
  leases.forEach((lease) => lease.unref());
  process.stdin.destroy();
  if (process.listenerCount("message") === 0) {
    process.exit(0); // Azurite is not up yet, so nobody has written anything.
  }

  process.emit("message", "shutdown"); // Azurite closes its server, writes what is in memory, and the process runs out.
}

// So that nobody looks for us, unless another has taken our place.
function forget() {
  try {
    if (JSON.parse(readFileSync(runningFile, "utf8")).id === id) {
      unlinkSync(runningFile);
    }
  } catch {
    // It is gone already.
  }
}

function giveBack(lease) {
  if (!leases.delete(lease)) {
    return;
  }

  if (leases.size > 0) {
    lease.end();
  } else {
    lease.unref();
    end();
  }
}

let firstLease;
const server = createServer({ allowHalfOpen: true }, (connection) => {
  connection.on("error", () => {});
  connection.resume();
  if (ending) {
    connection.unref();
    connection.write(`ending ${id}\n`);
    return;
  }

  leases.add(connection);
  connection.on("end", () => giveBack(connection));
  connection.on("close", () => giveBack(connection));
  firstLease(() => connection.write(`lease ${id}\n`));
});

await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const leasePort = server.address().port;

// Until the first lease is taken, standard input stands for it: if whoever started us is killed before, it closes.
process.stdin.on("error", () => process.exit(0));
process.stdin.on("end", () => leases.size > 0 || process.exit(0));
process.stdin.resume();

// Nothing is opened before there is a lease, and a place where others find it. Only one process can make that file.
await new Promise((resolve) => {
  firstLease = (greet) => {
    const running = { id, pid: process.pid, leasePort, tablePort: Number(tablePort), account };
    writeFileSync(runningFile, JSON.stringify(running), { flag: "wx", mode: 0o600 });
    process.on("exit", forget);
    firstLease = (greetNext) => greetNext();
    greet();
    resolve();
  };
  console.log(`lease port ${leasePort}`);
});
