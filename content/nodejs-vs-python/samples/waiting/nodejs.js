const wait = (name, ms, fails) =>
  new Promise((resolve, reject) =>
    setTimeout(() => (fails ? reject(new Error(name)) : resolve(name)), ms));

async function main() {
  const results = await Promise.allSettled([
    wait("users", 30),
    wait("orders", 10, true),
    wait("prices", 20),
  ]);
  for (const result of results) {
    console.log(result.value ?? `failed: ${result.reason.message}`);
  }
}

main();
