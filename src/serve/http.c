#include "serve/http.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <microhttpd.h>

#include "base/buf.h"
#include "base/hash.h"
#include "serve/listen.h"
#include "base/media.h"
#include "serve/script.h"
#include "serve/url.h"

enum { IDLE = 60 /* seconds until an idle connection is closed */ };

/* A page that listens for events. */
struct stream {
	struct stream *next;
	struct http *http;
	struct MHD_Connection *connection;
	struct buf waiting; /* to be sent */
	size_t sent;
	bool is_asleep; /* suspended: there was nothing to send */
};

struct http {
	struct http_site site;
	struct MHD_Daemon *daemon;
	struct arena arena;
	const char *host;
	struct str address;
	struct stream *streams;
	unsigned long version; /* of the site: tells an old page from a new */
	struct buf errors;     /* for pages that begin to listen */
	struct buf page;       /* with the script put in */
	bool is_closing;
};

/* One request, on its way to an answer. */
struct request {
	struct http *http;
	struct MHD_Connection *connection;
	const char *method;
	bool lasts; /* the answer may be kept for ever */
	struct arena arena;
};

static size_t keep_escapes(void *context, struct MHD_Connection *connection,
			   char *text);
static enum MHD_Result take(void *http, struct MHD_Connection *connection,
			    const char *url, const char *method,
			    const char *version, const char *body,
			    size_t *body_len, void **state);
static enum MHD_Result answer(struct request *r, struct str url);
static enum MHD_Result answer_path(struct request *r, struct str path);
static enum http_found get(struct request *r, struct str path,
			   struct str *bytes);
static enum MHD_Result answer_missing(struct request *r);
static enum MHD_Result answer_broken(struct request *r);
static enum MHD_Result redirect(struct request *r, struct str path);
static enum MHD_Result refuse(struct request *r, unsigned status,
			      const char *why);
static enum MHD_Result answer_file(struct request *r, unsigned status,
				   struct str path, struct str bytes);
static bool is_known(struct request *r, struct str etag);
static struct MHD_Response *response_of(struct str bytes);
static void add_header(struct MHD_Response *response, const char *name,
		       const char *value);
static enum MHD_Result send_response(struct request *r, unsigned status,
				     struct MHD_Response *response);
static const char *header(struct request *r, const char *name);
static enum MHD_Result answer_events(struct request *r);
static ssize_t read_stream(void *stream, uint64_t at, char *to, size_t room);
static void end_stream(void *stream);
static void put_event(struct stream *stream, const char *event,
		      struct str text);
static void put_version(struct stream *stream, const char *event);
static void wake(struct stream *stream);

struct http *http_open(struct diags *diags, const char *host, int port,
		       const struct http_site *site)
{
	struct http *http = memory_alloc(sizeof(*http));
	struct timespec now;
	int fd;

	assert(port >= 0 && port <= 65535);
	clock_gettime(CLOCK_REALTIME, &now);
	*http = (struct http){ .site = *site,
			       .host = host,
			       .version = (unsigned long)now.tv_sec * 1000 };
	fd = listen_open(diags, host, port, &http->address, &http->arena);
	if (fd >= 0)
		http->daemon = MHD_start_daemon(
			MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
			take, http, MHD_OPTION_LISTEN_SOCKET, fd,
			MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE,
			MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, NULL,
			MHD_OPTION_END);
	if (http->daemon)
		return http;
	if (fd >= 0) {
		diag_system(diags, host, "the server cannot be started");
		close(fd);
	}
	http_close(http);
	return NULL;
}

/* Suspended connections must be woken before the daemon may be stopped. */
void http_close(struct http *http)
{
	if (!http)
		return;
	http->is_closing = true;
	for (struct stream *s = http->streams; s; s = s->next)
		wake(s);
	if (http->daemon) {
		MHD_run(http->daemon);
		MHD_stop_daemon(http->daemon);
	}
	buf_release(&http->errors);
	buf_release(&http->page);
	arena_release(&http->arena);
	free(http);
}

const char *http_address(const struct http *http)
{
	return http->address.ptr;
}

int http_fd(const struct http *http)
{
	return MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD)
		->epoll_fd;
}

int http_wait(const struct http *http)
{
	MHD_UNSIGNED_LONG_LONG wait;

	if (MHD_get_timeout(http->daemon, &wait) != MHD_YES)
		return -1;
	return wait < IDLE * 1000 ? (int)wait : IDLE * 1000;
}

void http_run(struct http *http)
{
	MHD_run(http->daemon);
}

void http_tell(struct http *http, const char *event, struct str text)
{
	bool errors = !strcmp(event, "errors");

	assert(errors || !strcmp(event, "reload") || !strcmp(event, "css"));
	if (errors) {
		buf_reset(&http->errors);
		buf_raw(&http->errors, text);
	} else {
		http->version++;
	}
	for (struct stream *s = http->streams; s; s = s->next) {
		if (errors)
			put_event(s, event, text);
		else
			put_version(s, event);
		wake(s);
	}
	http_run(http);
}

void http_ping(struct http *http)
{
	for (struct stream *s = http->streams; s; s = s->next) {
		buf_text(&s->waiting, ":\n\n");
		wake(s);
	}
	http_run(http);
}

/* libmicrohttpd would decode the path and end it at an encoded NUL. */
static size_t keep_escapes(void *context, struct MHD_Connection *connection,
			   char *text)
{
	(void)context;
	(void)connection;
	return strlen(text);
}

static enum MHD_Result take(void *http, struct MHD_Connection *connection,
			    const char *url, const char *method,
			    const char *version, const char *body,
			    size_t *body_len, void **state)
{
	struct request r = { .http = http,
			     .connection = connection,
			     .method = method };
	enum MHD_Result result;

	(void)version;
	(void)body;
	(void)body_len;
	(void)state;
	result = answer(&r, str_from(url));
	arena_release(&r.arena);
	return result;
}

static enum MHD_Result answer(struct request *r, struct str url)
{
	const char *host = header(r, MHD_HTTP_HEADER_HOST);
	struct str path;

	if (strcmp(r->method, "GET") != 0 && strcmp(r->method, "HEAD") != 0)
		return refuse(r, MHD_HTTP_METHOD_NOT_ALLOWED,
			      "only GET and HEAD are answered here\n");
	if (!host)
		return refuse(r, MHD_HTTP_BAD_REQUEST, "no Host is named\n");
	if (!url_host_is_ours(str_from(host), r->http->host))
		return refuse(r, MHD_HTTP_FORBIDDEN,
			      "this server has no such name\n");
	if (!url_path(url, &path, &r->arena))
		return refuse(r, MHD_HTTP_BAD_REQUEST,
			      "this path is refused\n");
	if (str_is(path, EVENTS_PATH))
		return answer_events(r);
	if (str_is(path, SCRIPT_PATH))
		return answer_file(r, MHD_HTTP_OK, path, str_from(SCRIPT));
	return answer_path(r, path);
}

/* "a/" is a/index.html, "a" goes to "a/", and "about" is about.html. */
static enum MHD_Result answer_path(struct request *r, struct str path)
{
	bool folder = !path.len || str_ends(path, "/");
	struct str file =
		folder ? ARENA_JOIN(&r->arena, path, STR("index.html")) : path;
	struct str bytes;
	enum http_found found = get(r, file, &bytes);

	r->lasts = found == HTTP_LASTING;
	if (found == HTTP_FOUND || r->lasts)
		return answer_file(r, MHD_HTTP_OK, file, bytes);
	if (found == HTTP_BROKEN)
		return answer_broken(r);
	if (folder)
		return answer_missing(r);
	file = ARENA_JOIN(&r->arena, path, STR(".html"));
	if (get(r, file, &bytes) == HTTP_FOUND)
		return answer_file(r, MHD_HTTP_OK, file, bytes);
	file = ARENA_JOIN(&r->arena, path, STR("/index.html"));
	if (get(r, file, &bytes) != HTTP_MISSING)
		return redirect(r, path);
	return answer_missing(r);
}

static enum http_found get(struct request *r, struct str path,
			   struct str *bytes)
{
	const struct http_site *site = &r->http->site;

	return site->get(site->context, path, bytes);
}

static enum MHD_Result answer_missing(struct request *r)
{
	struct str path = STR("404.html"), bytes;

	if (get(r, path, &bytes) != HTTP_FOUND)
		return refuse(r, MHD_HTTP_NOT_FOUND, "not found\n");
	return answer_file(r, MHD_HTTP_NOT_FOUND, path, bytes);
}

/* Nothing to see but the mistakes, which the script shows. */
static enum MHD_Result answer_broken(struct request *r)
{
	return answer_file(r, MHD_HTTP_INTERNAL_SERVER_ERROR,
			   STR("broken.html"),
			   STR("<!DOCTYPE html>\n<html lang=\"en\">\n"
			       "<meta charset=\"utf-8\">\n"
			       "<title>Not built</title>\n<body></body>\n"));
}

static enum MHD_Result redirect(struct request *r, struct str path)
{
	struct MHD_Response *response = response_of(STR(""));
	struct buf to = { 0 };

	buf_char(&to, '/');
	buf_url(&to, path);
	buf_char(&to, '/');
	add_header(response, MHD_HTTP_HEADER_LOCATION, to.ptr);
	buf_release(&to);
	return send_response(r, MHD_HTTP_MOVED_PERMANENTLY, response);
}

static enum MHD_Result refuse(struct request *r, unsigned status,
			      const char *why)
{
	struct MHD_Response *response = response_of(str_from(why));

	add_header(response, MHD_HTTP_HEADER_CONTENT_TYPE,
		   media_type(STR("why.txt")));
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
		add_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
	return send_response(r, status, response);
}

static enum MHD_Result answer_file(struct request *r, unsigned status,
				   struct str path, struct str bytes)
{
	const char *type = media_type(path);
	struct MHD_Response *response;
	struct str etag;

	if (!strncmp(type, "text/html", 9)) {
		buf_reset(&r->http->page);
		script_insert(bytes, r->http->version, r->http->site.nonce,
			      &r->http->page);
		bytes = buf_str(&r->http->page);
	}
	etag = arena_printf(&r->arena, "\"%.*s\"",
			    STR_ARG(hash_hex(hash_of(bytes), 20, &r->arena)));
	if (status == MHD_HTTP_OK && is_known(r, etag))
		status = MHD_HTTP_NOT_MODIFIED;
	response =
		response_of(status == MHD_HTTP_NOT_MODIFIED ? STR("") : bytes);
	add_header(response, MHD_HTTP_HEADER_ETAG, etag.ptr);
	add_header(response, "Content-Security-Policy",
		   r->http->site.policy(r->http->site.context));
	add_header(response, MHD_HTTP_HEADER_CACHE_CONTROL,
		   r->lasts ? "max-age=31536000, immutable" : "no-cache");
	if (status != MHD_HTTP_NOT_MODIFIED)
		add_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	return send_response(r, status, response);
}

/* Whether the browser has it already. */
static bool is_known(struct request *r, struct str etag)
{
	const char *known = header(r, MHD_HTTP_HEADER_IF_NONE_MATCH);
	struct str rest = str_from(known);

	if (!known)
		return false;
	while (rest.ptr) {
		struct str one = str_trim(str_cut(&rest, ','));

		if (str_starts(one, "W/"))
			one = str_from_byte(one, 2);
		if (str_is(one, "*") || str_equals(one, etag))
			return true;
	}
	return false;
}

/* The bytes are copied: those of the site may change at any time. */
static struct MHD_Response *response_of(struct str bytes)
{
	return MHD_create_response_from_buffer(
		bytes.len, (void *)(uintptr_t)bytes.ptr, MHD_RESPMEM_MUST_COPY);
}

static void add_header(struct MHD_Response *response, const char *name,
		       const char *value)
{
	MHD_add_response_header(response, name, value);
}

static enum MHD_Result send_response(struct request *r, unsigned status,
				     struct MHD_Response *response)
{
	enum MHD_Result result;

	add_header(response, "X-Content-Type-Options", "nosniff");
	result = MHD_queue_response(r->connection, status, response);
	MHD_destroy_response(response);
	return result;
}

static const char *header(struct request *r, const char *name)
{
	return MHD_lookup_connection_value(r->connection, MHD_HEADER_KIND,
					   name);
}

static enum MHD_Result answer_events(struct request *r)
{
	struct stream *stream = memory_alloc(sizeof(*stream));
	struct MHD_Response *response;

	*stream = (struct stream){ .http = r->http,
				   .connection = r->connection,
				   .next = r->http->streams };
	r->http->streams = stream;
	put_version(stream, "hello");
	if (r->http->errors.len)
		put_event(stream, "errors", buf_str(&r->http->errors));
	response = MHD_create_response_from_callback(
		MHD_SIZE_UNKNOWN, 4096, read_stream, stream, end_stream);
	add_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/event-stream");
	add_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
	return send_response(r, MHD_HTTP_OK, response);
}

static ssize_t read_stream(void *context, uint64_t at, char *to, size_t room)
{
	struct stream *s = context;
	size_t count = s->waiting.len - s->sent;

	(void)at;
	if (s->http->is_closing)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (!count) {
		s->is_asleep = true;
		MHD_suspend_connection(s->connection);
		return 0;
	}
	if (count > room)
		count = room;
	memcpy(to, s->waiting.ptr + s->sent, count);
	s->sent += count;
	if (s->sent == s->waiting.len) {
		buf_reset(&s->waiting);
		s->sent = 0;
	}
	return (ssize_t)count;
}

static void end_stream(void *context)
{
	struct stream *s = context, **at = &s->http->streams;

	while (*at != s)
		at = &(*at)->next;
	*at = s->next;
	buf_release(&s->waiting);
	free(s);
}

/* Each line of the text is a line of data (HTML, server-sent events). */
static void put_event(struct stream *stream, const char *event, struct str text)
{
	struct str rest = text;

	buf_printf(&stream->waiting, "event: %s\n", event);
	while (rest.ptr) {
		buf_text(&stream->waiting, "data: ");
		buf_raw(&stream->waiting, str_cut(&rest, '\n'));
		buf_char(&stream->waiting, '\n');
	}
	buf_char(&stream->waiting, '\n');
}

static void put_version(struct stream *stream, const char *event)
{
	buf_printf(&stream->waiting, "event: %s\ndata: %lu\n\n", event,
		   stream->http->version);
}

static void wake(struct stream *stream)
{
	if (!stream->is_asleep)
		return;
	stream->is_asleep = false;
	MHD_resume_connection(stream->connection);
}
