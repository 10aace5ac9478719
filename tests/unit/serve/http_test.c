/* What a server answers; the client is this program, too. */
#include "serve/http.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "unit.h"

/* A site of four files; of "old.css" nobody knows how it looks now. */
static enum http_found get(void *has_404, struct str path, struct str *bytes)
{
	*bytes = STR("<p>Trees");
	if (str_is(path, "index.html") || str_is(path, "trees/index.html") ||
	    str_is(path, "about.html") ||
	    (str_is(path, "404.html") && *(bool *)has_404))
		return HTTP_FOUND;
	if (str_is(path, "assets/a.css"))
		return HTTP_LASTING;
	return str_is(path, "old.css") ? HTTP_BROKEN : HTTP_MISSING;
}

static const char *policy(void *context)
{
	(void)context;
	return "default-src 'none'";
}

static struct http *open_site(const char *host, bool *has_404)
{
	const struct http_site site = {
		.get = get, .policy = policy, .nonce = "1", .context = has_404
	};
	struct diags *diags = diags_new();
	struct http *http = http_open(diags, host, 0, &site);

	assert_int_equal(diags_status(diags), 0);
	diags_free(diags);
	return http;
}

/* A connection to it, through which that was sent. */
static int ask(struct http *http, const char *request)
{
	const char *port = strrchr(http_address(http), ':') + 1;
	struct sockaddr_in to = { .sin_family = AF_INET,
				  .sin_port = htons((uint16_t)atoi(port)),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof(to)), 0);
	assert_int_equal(write(fd, request, strlen(request)),
			 (ssize_t)strlen(request));
	fcntl(fd, F_SETFL, O_NONBLOCK);
	return fd;
}

/* What comes through it, until that text has come or it is closed. */
static struct str heard(struct http *http, int fd, const char *until,
			struct arena *arena)
{
	struct buf buf = { 0 };
	struct str all;
	char bytes[4096];

	for (int round = 0; round < 400; round++) {
		struct pollfd polled = { .fd = fd, .events = POLLIN };
		ssize_t got;

		http_run(http);
		poll(&polled, 1, 5);
		got = read(fd, bytes, sizeof(bytes));
		if (got > 0)
			buf_raw(&buf, (struct str){ bytes, (size_t)got });
		if (!got || (buf.len && until && strstr(buf.ptr, until)))
			break;
	}
	all = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return all;
}

static struct str answered(struct http *http, const char *method,
			   const char *path, const char *headers,
			   struct arena *arena)
{
	int fd = ask(http, arena_printf(arena,
					"%s %s HTTP/1.1\r\n%s"
					"Connection: close\r\n\r\n",
					method, path, headers)
				   .ptr);
	struct str all = heard(http, fd, NULL, arena);

	close(fd);
	return all;
}

#define HOST "Host: localhost\r\n"

static void assert_answer(struct str answer, const char *status,
			  const char *part)
{
	if (!str_starts(answer, "HTTP/1.1 ") ||
	    !str_starts(str_from_byte(answer, 9), status) ||
	    !strstr(answer.ptr, part))
		fail_msg("not %s with \"%s\":\n%s", status, part, answer.ptr);
}

static void an_answer_is_what_the_site_has(void **state)
{
	static const struct {
		const char *method, *path, *headers, *status, *part;
	} CASES[] = {
		{ "GET", "/", HOST, "200", "<p>Trees" },
		{ "HEAD", "/", HOST, "200", "Content-Type: text/html" },
		{ "GET", "/about", HOST, "200", "Cache-Control: no-cache" },
		{ "GET", "/trees", HOST, "301", "Location: /trees/\r\n" },
		{ "GET", "/assets/a.css", HOST, "200", "immutable" },
		{ "GET", "/old.css", HOST, "500", "Not built" },
		{ "GET", "/none", HOST, "404", "not found\n" },
		{ "GET", "/none/", HOST, "404", "not found\n" },
		{ "POST", "/", HOST, "405", "Allow: GET, HEAD\r\n" },
		{ "GET", "/", "", "400", "" },
		{ "GET", "/", "Host: evil.example\r\n", "403", "no such name" },
		{ "GET", "/%2e%2e/x", HOST, "400", "this path is refused\n" },
		{ "GET", "/", HOST "If-None-Match: *\r\n", "304", "ETag: " },
		{ "GET", "/", HOST "If-None-Match: \"a\", W/\"b\"\r\n", "200",
		  "<p>Trees" },
	};
	bool has_404 = false;
	struct http *http = open_site("127.0.0.1", &has_404);

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_answer(answered(http, CASES[i].method, CASES[i].path,
				       CASES[i].headers, *state),
			      CASES[i].status, CASES[i].part);
	has_404 = true;
	assert_answer(answered(http, "GET", "/none", HOST, *state), "404",
		      "<p>Trees");
	http_close(http);
}

static void what_a_browser_has_is_not_sent_again(void **state)
{
	bool has_404 = false;
	struct http *http = open_site("127.0.0.1", &has_404);
	struct str first = answered(http, "GET", "/assets/a.css", HOST, *state);
	struct str tag = str_from_byte(
		first, str_find_str(first, STR("ETag: ")) + strlen("ETag: "));

	tag.len = str_find(tag, '\r');
	assert_answer(answered(http, "GET", "/assets/a.css",
			       arena_printf(*state,
					    HOST "If-None-Match: \"x\", "
						 "W/%.*s\r\n",
					    STR_ARG(tag))
				       .ptr,
			       *state),
		      "304", "immutable");
	http_close(http);
}

#define LISTEN "GET /_paragone/events HTTP/1.1\r\n" HOST "\r\n"

static void each_open_page_is_told(void **state)
{
	bool has_404 = false;
	struct http *http = open_site("127.0.0.1", &has_404);
	int first = ask(http, LISTEN), second;

	assert_answer(heard(http, first, "event: hello", *state), "200",
		      "text/event-stream");
	http_tell(http, "errors", STR("one\ntwo"));
	assert_non_null(strstr(heard(http, first, "two", *state).ptr,
			       "event: errors\ndata: one\ndata: two\n\n"));
	second = ask(http, LISTEN);
	/* A later one is told what is wrong, too. */
	assert_answer(heard(http, second, "two", *state), "200",
		      "event: errors\ndata: one\ndata: two\n\n");
	close(first);
	http_ping(http);
	assert_non_null(
		strstr(heard(http, second, ":\n\n", *state).ptr, ":\n\n"));
	http_tell(http, "reload", STR(""));
	assert_non_null(strstr(heard(http, second, "reload", *state).ptr,
			       "event: reload\ndata: "));
	http_tell(http, "css", STR(""));
	assert_non_null(
		strstr(heard(http, second, "css", *state).ptr, "event: css\n"));
	http_close(http);
	close(second);
}

static void an_address_in_colons_is_in_brackets(void **state)
{
	bool has_404 = false;
	struct http *http = open_site("::1", &has_404);

	(void)state;
	assert_true(str_starts(str_from(http_address(http)), "http://[::1]:"));
	http_close(http);
}

static void of_a_port_that_is_taken_the_next_is_named(void **state)
{
	const struct http_site site = { .get = get, .policy = policy };
	bool has_404 = false;
	struct http *http = open_site("127.0.0.1", &has_404);
	int port = atoi(strrchr(http_address(http), ':') + 1);
	struct diags *diags = diags_new();
	struct str told;

	assert_null(http_open(diags, "127.0.0.1", port, &site));
	assert_int_equal(diags_status(diags), 3);
	told = printed(diags, *state);
	assert_non_null(strstr(told.ptr, " is taken: Address already in use\n"
					 "  hint: port "));
	diags_free(diags);
	http_close(http);
	http_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_answer_is_what_the_site_has),
		TEST(what_a_browser_has_is_not_sent_again),
		TEST(each_open_page_is_told),
		TEST(an_address_in_colons_is_in_brackets),
		TEST(of_a_port_that_is_taken_the_next_is_named),
	};

	return RUN(tests);
}
