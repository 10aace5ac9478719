import asyncio


async def wait(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise RuntimeError(name)
    return name


async def main():
    results = await asyncio.gather(
        wait("users", 0.03),
        wait("orders", 0.01, fails=True),
        wait("prices", 0.02),
        return_exceptions=True,
    )
    for result in results:
        failed = isinstance(result, Exception)
        print(f"failed: {result}" if failed else result)


asyncio.run(main())
