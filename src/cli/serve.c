#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "make/preview.h"
#include "serve/http.h"
#include "serve/watch.h"

enum { PING = 15000 /* milliseconds */ };

struct server {
	struct preview *preview;
	struct http *http;
	struct watch *watch;
	int signals;
	struct buf told; /* the mistakes that pages were told */
	char nonce[33];	 /* of the script that reloads pages */
};

static int run(const struct options *options);
static bool start(struct server *s, struct order *order, const char *host,
		  int port, struct diags *diags);
static bool watch_all(struct server *s, struct diags *diags);
static enum http_found get(void *server, struct str path, struct str *bytes);
static const char *policy(void *server);
static bool draw_nonce(char nonce[33]);
static int take_signals(void);
static void open_browser(const char *address);
static void loop(struct server *s);
static int shorter(int a, int b);
static void show_change(struct server *s);
static void tell_errors(struct server *s);

const struct command COMMAND_SERVE = {
	.name = "serve",
	.usage = "[CONTENT]",
	.does = "preview it while it is written",
	.run = run,
	.help = "Usage: paragone serve [CONTENT] [--port N] [--open] [OPTIONS]\n"
		"\n"
		"Shows the site of CONTENT (./content) in a browser, drafts too, and\n"
		"again whenever a file of the content, a template or the theme is saved.\n"
		"Nothing is written. Mistakes are shown over the page. Ctrl-C ends it.\n"
		"\n"
		"  -p, --port N           the port, 4000 by default; 0: any free one\n"
		"      --host ADDRESS     where others may reach it (0.0.0.0: everywhere);\n"
		"                         by default only this machine may\n"
		"      --open             open a browser\n"
		"      --theme NAME, --base-url URL, --strict  as in build\n"
		"\n"
		"Example: paragone serve content --open\n",
};

static int run(const struct options *options)
{
	struct order order = options->order;
	struct server s = { .signals = take_signals() };
	struct diags *diags = diags_new();
	int status;

	order.drafts = true;
	if (start(&s, &order, options->host, options->port, diags)) {
		printf("%s shows %s; Ctrl-C ends it\n", http_address(s.http),
		       order.content);
		fflush(stdout);
		if (options->open)
			open_browser(http_address(s.http));
		loop(&s);
	}
	status = output_diags(diags, false);
	http_close(s.http);
	watch_free(s.watch);
	if (s.preview)
		preview_close(s.preview);
	buf_release(&s.told);
	diags_free(diags);
	close(s.signals);
	return status;
}

/* The site has the server's address in it, so the server comes first. */
static bool start(struct server *s, struct order *order, const char *host,
		  int port, struct diags *diags)
{
	struct http_site site = {
		.get = get, .policy = policy, .nonce = s->nonce, .context = s
	};

	if (!file_is_dir(order->content))
		return diag_error(diags,
				  (struct place){ .file = order->content },
				  "there is no content folder");
	if (!draw_nonce(s->nonce))
		return diag_system(diags, "/dev/urandom", "cannot be read");
	order->nonce = s->nonce;
	s->http = http_open(diags, host, port, &site);
	if (!s->http)
		return false;
	order->served_at = http_address(s->http);
	s->watch = watch_new(diags);
	s->preview = preview_open(order);
	return s->watch && watch_all(s, diags);
}

static bool watch_all(struct server *s, struct diags *diags)
{
	const char *folders[PREVIEW_FOLDERS];
	size_t count = preview_folders(s->preview, diags, folders);
	bool ok = count > 0;

	for (size_t i = 0; ok && i < count; i++)
		ok = watch_add(s->watch, diags, folders[i]);
	return ok;
}

static enum http_found get(void *server, struct str path, struct str *bytes)
{
	static const enum http_found FOUND[] = {
		[PREVIEW_MISSING] = HTTP_MISSING,
		[PREVIEW_FOUND] = HTTP_FOUND,
		[PREVIEW_LASTING] = HTTP_LASTING,
		[PREVIEW_BROKEN] = HTTP_BROKEN,
	};
	struct server *s = server;

	return FOUND[preview_get(s->preview, path, bytes)];
}

static const char *policy(void *server)
{
	struct server *s = server;

	return preview_policy(s->preview);
}

/* No text of the content can guess it. */
static bool draw_nonce(char nonce[33])
{
	unsigned char bytes[16];

	if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
		return false;
	for (size_t i = 0; i < sizeof(bytes); i++)
		snprintf(nonce + 2 * i, 3, "%02x", bytes[i]);
	return true;
}

/* Ctrl-C is waited for like everything else. */
static int take_signals(void)
{
	sigset_t ends;

	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGHUP);
	sigprocmask(SIG_BLOCK, &ends, NULL);
	return signalfd(-1, &ends, SFD_CLOEXEC);
}

/*
 * Without a desktop there is nothing to open, and that is no mistake.  What
 * xdg-open and browsers say of themselves is not for this terminal.
 */
#define NO_BROWSER "paragone: no browser was found to open"
static char open_script[] = "xdg-open \"$1\" </dev/null >/dev/null 2>&1 || "
			    "echo '" NO_BROWSER "' >&2";

static void open_browser(const char *address)
{
	char *arguments[] = {
		"sh", "-c", open_script, "sh", (char *)(uintptr_t)address, NULL
	};
	posix_spawnattr_t attributes;
	sigset_t none, usual;
	pid_t child;

	signal(SIGCHLD, SIG_IGN);
	sigemptyset(&none);
	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	sigaddset(&usual, SIGCHLD);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK |
						      POSIX_SPAWN_SETSIGDEF);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &usual);
	if (posix_spawnp(&child, arguments[0], NULL, &attributes, arguments,
			 environ))
		fputs(NO_BROWSER "\n", stderr);
	posix_spawnattr_destroy(&attributes);
}

/* What is left to be looked at is done between requests. */
static void loop(struct server *s)
{
	struct pollfd polled[] = {
		{ .fd = s->signals, .events = POLLIN },
		{ .fd = watch_fd(s->watch), .events = POLLIN },
		{ .fd = http_fd(s->http), .events = POLLIN },
	};
	bool busy = true;

	for (;;) {
		int wait = shorter(watch_wait(s->watch), http_wait(s->http));
		int most = busy ? 0 : shorter(wait, PING);
		int ready = poll(polled, 3, most);

		if (polled[0].revents && ready > 0)
			return;
		if (ready > 0 && polled[1].revents)
			watch_read(s->watch);
		http_run(s->http);
		if (!ready && most == PING)
			http_ping(s->http);
		if (watch_wait(s->watch) == 0) {
			show_change(s);
			busy = true;
			continue;
		}
		busy = preview_work(s->preview);
		if (!busy)
			tell_errors(s);
	}
}

/* The shorter of two waits, of which -1 is for ever. */
static int shorter(int a, int b)
{
	return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

static void show_change(struct server *s)
{
	enum preview_news news;
	size_t count;
	const struct watch_change *changes = watch_changes(s->watch, &count);

	for (size_t i = 0; i < count; i++)
		preview_touch(s->preview, changes[i].path,
			      changes[i].comes_or_goes);
	news = preview_follow(s->preview);
	watch_forget(s->watch);
	tell_errors(s);
	if (news == PREVIEW_STYLES)
		http_tell(s->http, "css", STR(""));
	else if (news == PREVIEW_PAGES)
		http_tell(s->http, "reload", STR(""));
}

static void tell_errors(struct server *s)
{
	struct str errors = preview_errors(s->preview);

	if (str_equals(errors, buf_str(&s->told)))
		return;
	buf_reset(&s->told);
	buf_raw(&s->told, errors);
	http_tell(s->http, "errors", errors);
	if (!errors.len)
		fputs("no more errors\n", stderr);
}
