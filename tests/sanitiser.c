/*
 * How the address sanitiser watches the program that the tests run: what was
 * freed is kept from use until 16 MB more have been, and eight callers are noted
 * of each block.  The usual 256 MB and thirty cost a seventh of a build's time.
 */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
	return "quarantine_size_mb=16:malloc_context_size=8";
}
