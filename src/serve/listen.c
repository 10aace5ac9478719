#include "serve/listen.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WAITING = 128, PORT_LAST = 65535 };

static struct addrinfo *find_address(struct diags *diags, const char *host);
static int try_port(const struct addrinfo *info, int port);
static void set_port(struct sockaddr *address, int port);
static int port_of(int fd);
static void report(struct diags *diags, const struct addrinfo *info,
		   const char *host, int port);

int listen_open(struct diags *diags, const char *host, int port,
		struct str *address, struct arena *arena)
{
	struct addrinfo *info = find_address(diags, host);
	bool six = info && info->ai_family == AF_INET6 &&
		   strchr(host, ':') != NULL;
	int fd;

	if (!info)
		return -1;
	fd = try_port(info, port);
	if (fd < 0)
		report(diags, info, host, port);
	else
		*address =
			arena_printf(arena, "http://%s%s%s:%d/", six ? "[" : "",
				     host, six ? "]" : "", port_of(fd));
	freeaddrinfo(info);
	return fd;
}

static struct addrinfo *find_address(struct diags *diags, const char *host)
{
	const struct addrinfo wanted = { .ai_socktype = SOCK_STREAM,
					 .ai_flags = AI_PASSIVE };
	struct addrinfo *info;
	int failure = getaddrinfo(host, NULL, &wanted, &info);

	if (!failure)
		return info;
	diag_error(diags, (struct place){ .file = NULL },
		   "there is no address \"%s\": %s", host,
		   gai_strerror(failure));
	return NULL;
}

static int try_port(const struct addrinfo *info, int port)
{
	int fd = socket(info->ai_family,
			SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	int yes = 1, reason;

	if (fd < 0)
		return -1;
	set_port(info->ai_addr, port);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	if (bind(fd, info->ai_addr, info->ai_addrlen) == 0 &&
	    listen(fd, WAITING) == 0)
		return fd;
	reason = errno;
	close(fd);
	errno = reason;
	return -1;
}

static void set_port(struct sockaddr *address, int port)
{
	if (address->sa_family == AF_INET6)
		((struct sockaddr_in6 *)(void *)address)->sin6_port =
			htons((uint16_t)port);
	else
		((struct sockaddr_in *)(void *)address)->sin_port =
			htons((uint16_t)port);
}

static int port_of(int fd)
{
	struct sockaddr_in6 address = { .sin6_port = 0 };
	socklen_t len = sizeof(address);

	/* The port stands at one place in both families. */
	getsockname(fd, (struct sockaddr *)&address, &len);
	return ntohs(address.sin6_port);
}

static void report(struct diags *diags, const struct addrinfo *info,
		   const char *host, int port)
{
	int reason = errno;

	if (reason != EADDRINUSE) {
		diag_system(diags, host, "cannot listen on port %d", port);
		if (reason == EACCES)
			diag_hint(diags, "ports below 1024 are the system's: "
					 "take another, such as --port 4000");
		return;
	}
	errno = reason;
	diag_system(diags, host, "port %d is taken", port);
	for (int next = port + 1; next <= PORT_LAST; next++) {
		int fd = try_port(info, next);

		if (fd < 0)
			continue;
		close(fd);
		diag_hint(diags, "port %d is free: --port %d", next, next);
		return;
	}
}
